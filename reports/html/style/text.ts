/** Running text, headings, contents. */
export const text = `
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:3rem 1.5rem 5rem;max-width:69rem;background:var(--paper);color:var(--ink);font:1.08rem/1.6 'Admissible Sans','Source Sans 3',Helvetica,Arial,sans-serif;font-variant-numeric:lining-nums}
h1,h2,h3,th,strong{font-weight:600}
h1{font-size:clamp(1.9rem,4.5vw,2.6rem);line-height:1.15;letter-spacing:-.01em;margin:0 0 .4rem;text-wrap:balance}
h2{font-size:1.5rem;line-height:1.25;margin:4rem 0 1rem}
h3{font-size:1.08rem;margin:1.8rem 0 .4rem}
p,dl,ul,ol,h1,h2,caption,figcaption{max-width:44rem}
p{text-wrap:pretty}
a{color:var(--link);text-underline-offset:.15em}
a:not(:hover){text-decoration-thickness:1px}
.anchor{color:inherit;text-decoration:none}
.anchor:hover::after{content:' #';color:var(--muted)}
:focus-visible{outline:2px solid var(--link);outline-offset:3px;border-radius:2px}
body>header{position:relative}
.question{font-size:1.35rem;line-height:1.4;font-style:italic;color:var(--muted);margin:0 0 1.6rem}
.answer{font-size:1.35rem;line-height:1.4;font-weight:600;margin:0 0 1rem;text-wrap:pretty}
summary{cursor:pointer;width:fit-content}
summary:hover{color:var(--link)}
summary h2{display:inline;margin:0;font-size:1.25rem}
section:has(>details){border-bottom:1px solid var(--line);padding:.7rem 0}
section:has(>details:not([open]))+section>h2{margin-top:2rem}
section>details[open]{padding-bottom:2rem}
section>details[open]>summary{margin-bottom:1.2rem}
.more{margin:0 0 1.2rem}
.more>summary{color:var(--link)}
.more ul{padding-left:1.2rem}
.more li{margin:.3rem 0}
.aside{color:var(--muted);font-size:.92em}
.contents{margin:2.2rem 0 0;padding:.9rem 0;border-block:1px solid var(--line);font-size:.98rem}
.contents ol{list-style:none;margin:0;padding:0;max-width:none;display:flex;flex-wrap:wrap;gap:.2rem 1.6rem}
.good{color:var(--good)}.bad{color:var(--bad);font-weight:600}.neutral{color:var(--muted)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:.82em}
code,h1,p,dd,li,caption,figcaption{overflow-wrap:anywhere}
code span{display:inline-block}
pre{background:var(--shade);border-radius:4px;padding:.9rem 1.1rem;overflow-x:auto;line-height:1.5}
dl{display:grid;gap:.3rem 2rem;margin:1rem 0}
dl>div{display:grid;grid-template-columns:minmax(6rem,13rem) 1fr;gap:0 1.2rem}
dt{color:var(--muted)}dd{margin:0}
button{font:inherit;font-size:.86rem;line-height:1.3;color:var(--link);background:none;border:1px solid var(--line);border-radius:4px;padding:.2rem .6rem;cursor:pointer}
button:hover{border-color:currentColor}
button.scheme{position:absolute;right:0;top:-1.8rem}
button.copy{float:right;margin:.5rem;background:var(--paper)}
`
