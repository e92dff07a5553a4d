/** How the panel looks, in whatever page: colours are the page's, where it names them. */
export const style = `
.travel{--ink-2:var(--muted,light-dark(#5c5c5c,#a8a5a0));--rule:var(--line,light-dark(#ddd,#3a3a3a));--tint:var(--shade,light-dark(#f5f5f3,#212121));--mark:light-dark(#b3134f,#ff6fa5);font-size:.95rem;line-height:1.45}
.travel *{box-sizing:border-box}
.travel h3,.travel h4,.travel p,.travel ul{margin:0;padding:0;max-width:none}
.travel h3{font-size:1rem;font-weight:600}
.travel h3 small{font-weight:400;color:var(--ink-2)}
.travel h4{font-size:.85rem;font-weight:400;color:var(--ink-2);margin-top:.5rem}
.travel ul{list-style:none}
.travel .costs{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem 2rem;margin-bottom:.8rem}
.travel .cost .name{color:var(--ink-2);margin-right:.5rem}
.travel .cost .value{font-size:1.6rem;font-weight:600;font-variant-numeric:tabular-nums lining-nums}
.travel .cost .change{margin-left:.5rem;color:var(--mark);font-weight:600}
.travel .costs p{color:var(--ink-2);flex:1 1 20rem;font-size:.9rem}
.travel .pictures{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);gap:.75rem}
.travel canvas{display:block;width:100%;height:clamp(18rem,46vh,28rem);border:1px solid var(--rule);border-radius:6px}
.travel .diagram{touch-action:pan-y}
.travel .zoomable{position:relative}
.travel .zoom{position:absolute;top:.4rem;right:.4rem;display:flex;gap:.25rem;opacity:.75}
.travel .zoom:hover,.travel .zoom:focus-within{opacity:1}
.travel .zoom button{background:var(--paper,light-dark(#fff,#161616));width:1.7rem;padding:.05rem 0}
.travel .legend{display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;font-size:.82rem;color:var(--ink-2);margin:.45rem 0 .7rem}
.travel .legend i{display:inline-block;width:.7em;height:.7em;margin-right:.4em;border:1.5px solid;border-radius:50%}
.travel .legend i.terminated{border-radius:2px}
.travel .legend i.root{outline:1px solid;outline-offset:2px;margin-inline:.3em .7em}
.travel .legend i.bar{width:1.5em;border:0;border-radius:2px}
.travel .legend i.output{border:0;border-radius:0;clip-path:polygon(0 0,100% 0,50% 100%)}
.travel .legend i.bold{width:1.5em;height:.22em;border:0;border-radius:2px;vertical-align:.25em}
.travel .timeline{display:grid;grid-template-columns:auto 1fr auto;gap:.4rem 1rem;align-items:center;padding-bottom:.8rem;border-bottom:1px solid var(--rule)}
.travel .buttons{display:flex;gap:.35rem}
.travel input[type=range]{width:100%;min-width:6rem;accent-color:var(--mark)}
.travel .now{font-size:.88rem;color:var(--ink-2);font-variant-numeric:tabular-nums lining-nums;min-width:15rem;text-align:right}
.travel button,.travel select,.travel input[type=number]{font:inherit;font-size:.88rem;color:inherit;background:none;border:1px solid var(--rule);border-radius:4px;padding:.22rem .6rem}
.travel select{background:var(--paper,light-dark(#fff,#161616))}
.travel button{cursor:pointer}
.travel button:hover:enabled{border-color:currentColor}
.travel button:disabled{opacity:.45;cursor:default}
.travel button.play{min-width:4.2rem;font-weight:600}
.travel .delays{padding:.8rem 0;border-bottom:1px solid var(--rule)}
.travel .chosen{overflow-wrap:anywhere}
.travel .setting{display:grid;justify-content:start;grid-template-columns:auto minmax(8rem,26rem) 6.5rem;gap:1rem;align-items:center;margin-top:.4rem}
.travel .setting[hidden]{display:none}
.travel .edits{display:flex;flex-wrap:wrap;gap:.4rem .6rem}
.travel .edits:not(:empty){margin-top:.5rem}
.travel .edits li{background:var(--tint);border-radius:4px;font-variant-numeric:tabular-nums lining-nums}
.travel .edits button{border-color:transparent}
.travel .faults{padding:.8rem 0;border-bottom:1px solid var(--rule)}
.travel .choice,.travel .kinds,.travel .sends{display:flex;flex-wrap:wrap;align-items:baseline;gap:.35rem 1.1rem}
.travel .when{color:var(--ink-2)}
.travel .kinds{border:0;margin:0;padding:0;min-width:0}
.travel .choice p{flex-basis:100%}
.travel .sends{flex-basis:100%;max-height:14rem;overflow-y:auto}
.travel .choice label{display:inline-flex;align-items:baseline;gap:.4rem;max-width:100%}
.travel .choice select{max-width:100%;min-width:0}
.travel .choice input{accent-color:var(--mark)}
.travel .verdicts{padding:.8rem 0;border-bottom:1px solid var(--rule)}
.travel .verdicts li{overflow-wrap:anywhere;padding-left:1.4em;text-indent:-1.4em}
.travel .verdicts ul+ul,.travel .verdicts p,.travel .verdicts p+ul{margin-top:.4rem}
.travel .verdicts .good,.travel .costs .good{color:var(--good,light-dark(#00694d,#4cc9a0))}
.travel .bad,.travel .costs .bad{color:var(--bad,light-dark(#b00020,#ff7a85))}
.travel .strays{color:var(--ink-2)}
.travel .legend i.crashed{width:auto;height:auto;border:0;font-style:normal}
.travel .legend i.liar{border-style:dashed}
.travel .legend i.stray{width:1.5em;height:0;border-width:0 0 1.5px;border-style:dashed;border-radius:0;vertical-align:.25em}
.travel .details{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1.5rem;padding:.8rem 0}
.travel .details section{max-height:17rem;overflow-y:auto}
.travel .messages li{margin-top:.25rem}
.travel .messages button{text-align:left;overflow-wrap:anywhere}
.travel .messages button[aria-pressed=true]{border-color:var(--mark);color:var(--mark)}
.travel .state{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:.82rem;margin:.4rem 0;overflow-wrap:anywhere;color:var(--ink-2)}
.travel .state .changes{color:inherit;font-weight:600;color:currentColor}
.travel .said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.travel .actions{display:flex;flex-wrap:wrap;gap:.5rem}
@media (max-width:46rem){.travel .pictures,.travel .details{grid-template-columns:1fr}.travel .timeline{grid-template-columns:1fr}.travel .now{text-align:left}}
@media print{.travel .timeline,.travel .actions,.travel .setting{display:none}}
`
