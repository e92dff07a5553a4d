/** Figures, and what appears over them: a ring around a mark and a card that tells of its run. */
export const figures = `
figure{margin:2.2rem 0 3rem}
.plot{position:relative;min-width:38rem;max-width:56rem}
.plot svg{display:block;width:100%;height:auto;overflow:visible}
.plot:focus-visible{outline-offset:-3px}
figcaption{font-size:.95rem;line-height:1.5;color:var(--muted);margin-top:.7rem;padding-left:16px}
figcaption strong{color:var(--ink)}
.files{white-space:nowrap}
.ring{position:absolute;width:18px;height:18px;margin:-9px 0 0 -9px;border:2px solid var(--ink);border-radius:50%;box-shadow:0 0 0 1.5px var(--paper),inset 0 0 0 1.5px var(--paper);pointer-events:none}
.card{position:absolute;z-index:1;width:max-content;max-width:min(24rem,92vw);padding:.6rem .8rem;background:var(--paper);border:1px solid var(--line);border-radius:5px;box-shadow:0 3px 16px #0003;font-size:.88rem;line-height:1.4;pointer-events:none}
.card dl{gap:0;margin:.3rem 0}
.card dl>div{grid-template-columns:auto 1fr}
.card dt{justify-self:start}
.card dd{text-align:right}
.card p{margin:0}
[hidden]{display:none!important}
`
