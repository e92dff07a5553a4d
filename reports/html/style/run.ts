/** The sheet that shows one run. */
export const run = `
dialog.run{width:min(64rem,96vw);max-height:94vh;padding:0;border:1px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink);box-shadow:0 12px 60px #0006}
dialog.run::backdrop{background:#0007}
.sheet{padding:1.4rem clamp(1rem,3vw,2rem) 1.8rem}
.sheet header{display:grid;grid-template-columns:1fr auto;align-items:start}
.sheet h2{margin:0}
.sheet header p{margin:0;grid-row:2}
.sheet>dl{display:block;columns:19rem;max-width:none}
.sheet>dl>div{break-inside:avoid;padding:.15rem 0}
.sheet>dl>div{grid-template-columns:minmax(6rem,8.5rem) 1fr}
.sheet .command{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1rem;background:var(--shade);border-radius:4px;padding:.6rem .9rem}
.sheet .command code{flex:1 1 18rem;overflow-wrap:anywhere}
.sheet .copy{float:none;margin:0}
.execution{margin-top:1.2rem}
`
