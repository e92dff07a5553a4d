/** The looks of the page: one column of text, wide figures, both colour schemes, print. */
export const style = `
:root{color-scheme:light dark;--ink:#1a1a1a;--muted:#5c5c5c;--paper:#fff;--line:#ddd;--shade:#f5f5f3;--good:#00694d;--bad:#b00020;--link:#005a8c}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6e3;--muted:#a5a29d;--paper:#181818;--line:#3a3a3a;--shade:#222;--good:#4cc9a0;--bad:#ff7a85;--link:#7cc0ee}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2.5rem 1.5rem 4rem;max-width:66rem;background:var(--paper);color:var(--ink);font:1.05rem/1.55 'Admissible Sans','Source Sans 3',Helvetica,Arial,sans-serif;font-variant-numeric:lining-nums}
h1,h2,th,strong{font-weight:600}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.35rem;margin:3rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--line)}
p,dl,ul{max-width:46rem}
a{color:var(--link)}
.question{font-size:1.25rem;font-style:italic;color:var(--muted);margin:.25rem 0 1.25rem}
.answer{font-size:1.15rem}
.answer p{margin:.3rem 0}
figure{margin:1.75rem 0}
figure svg{display:block;width:100%;height:auto;background:#fff;border:1px solid var(--line);border-radius:6px}
figcaption{font-size:.9rem;color:var(--muted);margin-top:.4rem}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums lining-nums;min-width:100%}
caption{text-align:left;color:var(--muted);padding-bottom:.5rem;max-width:46rem}
th,td{text-align:left;vertical-align:top;padding:.32rem 1rem .32rem 0;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--line);white-space:nowrap}
tbody th{font-weight:400;min-width:7rem;max-width:16rem}
td:has(code){min-width:18rem}
td.detail{min-width:14rem}
.key,.number{white-space:nowrap}.number{text-align:right}
.bound{font-style:italic;min-width:8rem;max-width:15rem}
.formula{font-style:italic;white-space:nowrap}
.aside{color:var(--muted);font-size:.92em}
.good{color:var(--good)}.bad{color:var(--bad);font-weight:600}.neutral{color:var(--muted)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.84em}
code,h1,p,dd,li,caption{overflow-wrap:anywhere}
code span{display:inline-block}
pre{background:var(--shade);border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem;overflow-x:auto}
dt{font-weight:600;margin-top:.5rem}dd{margin:0;color:var(--muted)}
summary{cursor:pointer;color:var(--link)}
@media print{body{max-width:none;padding:0;font-size:10pt}figure,tr{break-inside:avoid}table{font-size:7.5pt}th,td,thead th,.number,.key,.formula,tbody th{white-space:normal;min-width:0!important}th,td{padding-right:.5rem}.scroll{overflow:visible}h2{break-after:avoid}}
`
