/** How an execution on shared memory looks, beside what is alike in all of them. */
export const sharedStyle = `
.travel .lanes{height:auto;min-height:6rem}
.travel .state-of-things{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1.5rem;padding:.8rem 0;border-bottom:1px solid var(--rule)}
.travel .state-of-things section{overflow:auto;max-height:52rem}
.travel .program h3{font-size:.85rem;font-weight:400;color:var(--ink-2);margin-top:.5rem}
.travel .program ol{list-style:none;margin:0;padding:0}
.travel .program li{display:grid;grid-template-columns:1.6rem minmax(0,1fr) auto;gap:.6rem;align-items:baseline;padding:.1rem .4rem;border-radius:4px}
.travel .program li.just{background:var(--tint)}
.travel .program li>span:first-child{color:var(--ink-2);text-align:right;font-variant-numeric:tabular-nums}
.travel .program code{font:.8rem/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.travel .program .section{display:flex;flex-wrap:wrap;gap:.35rem;align-items:center;min-height:2rem;margin:.25rem 0;padding:.15rem .5rem;border:1px dashed var(--rule);border-radius:4px;color:var(--ink-2);font-size:.85rem}
.travel .program .section.critical{border-style:solid;border-color:light-dark(#d55e00,#ff9d4d)}
.travel .program .section.crowded{background:light-dark(#fbe0e3,#4d1a20);border-width:2px}
.travel .chips{display:flex;flex-wrap:wrap;gap:.25rem;justify-content:flex-end;max-width:14rem}
.travel .chip{display:inline-block;border-radius:999px;padding:0 .5rem;font-size:.8rem;font-weight:600;line-height:1.45;border:1px solid light-dark(#767676,#8c8c8c)}
.travel .chip.entry,.travel .chip.operation{background:light-dark(#cfe3f0,#24465c);border-color:light-dark(#3d83b4,#5ba7dc)}
.travel .chip.critical{background:light-dark(#a84a00,#ff9d4d);color:light-dark(#fff,#161616);border-color:transparent}
.travel .chip.exit{background:light-dark(#e4e4e4,#3a3a3a)}
.travel .chip.just{outline:2px solid currentColor;outline-offset:1px}
.travel table.facts{border-collapse:collapse;font-size:.85rem;font-variant-numeric:tabular-nums lining-nums;width:auto;margin:0}
.travel table.facts th,.travel table.facts td{padding:.16rem .55rem;text-align:left;border-bottom:1px solid var(--rule);font-weight:400;white-space:nowrap}
.travel table.facts thead th{color:var(--ink-2);position:sticky;top:0;background:var(--paper,light-dark(#fff,#161616))}
.travel table.facts .number{text-align:right}
.travel table.facts td.value{font-weight:600;text-align:right;min-width:3rem}
.travel table.facts tr.just{background:var(--tint)}
.travel table.facts td.written{color:var(--mark)}
.travel table.facts .copy{text-align:center;min-width:2.1rem}
.travel table.facts .locals{white-space:normal;overflow-wrap:anywhere;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:.8rem}
.travel .last{padding:.8rem 0 .2rem}
.travel .last p+p{color:var(--ink-2);font-size:.9rem;margin-top:.2rem}
.travel .own{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:baseline;padding:.5rem 0;font-size:.9rem}
.travel .processors{overflow-x:auto;padding-bottom:.8rem}
@media (max-width:46rem){.travel .state-of-things{grid-template-columns:1fr}}
`
