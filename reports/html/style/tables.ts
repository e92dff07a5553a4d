/** Tables in the manner of books: lines between rows only, numbers under one another. */
export const tables = `
.scroll{position:relative;overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font-size:.93rem;line-height:1.45;font-variant-numeric:tabular-nums lining-nums;min-width:100%}
caption{text-align:left;color:var(--muted);padding-bottom:.7rem;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.34rem 1.1rem .34rem 0;border-bottom:1px solid var(--line)}
thead th{border-block:1.5px solid var(--ink);white-space:nowrap;vertical-align:bottom}
tbody tr:last-child>*{border-bottom:1.5px solid var(--ink)}
tbody th{font-weight:400;min-width:9rem;max-width:16rem}
tbody tr:hover>*{background:var(--shade)}
td:has(code){min-width:18rem}
td.detail{min-width:14rem}
th.sentence{min-width:14rem;max-width:34rem}
.key,.number{white-space:nowrap}.number{text-align:right}
.bound{font-style:italic;min-width:8rem;max-width:15rem}
.formula{font-style:italic;white-space:nowrap}
@media (max-width:40rem){
#claims thead{display:none}
#claims :is(table,caption,tbody,tr,th,td){display:block}
#claims tr{border-bottom:1px solid var(--line);padding:.5rem 0}
#claims :is(th,td){border:0!important;padding:.1rem 0;min-width:0;max-width:none;text-align:left;white-space:normal}
#claims .formula{white-space:normal}
}
thead th:has(button){cursor:pointer}
thead th:hover{color:var(--link)}
thead button{all:unset;position:absolute;width:1em;height:1.4em;text-align:center;font-weight:400}
thead button:focus-visible{outline:2px solid var(--link)}
thead :is(th:hover,th:focus-within) button::after{content:'↕' / ''}
thead [aria-sort=ascending] button::after{content:'↑' / ''}
thead [aria-sort=descending] button::after{content:'↓' / ''}
.filter{font-size:.93rem;color:var(--muted);margin:1rem 0 0}
.filter input{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:4px;padding:.15rem .5rem}
`
