/** On paper nothing scrolls and nothing can be pressed. */
export const print = `
@media print{
@page{margin:18mm 16mm}
html{font-size:8.7pt}
body{max-width:none;padding:0}
h2{margin:8mm 0 3mm}h2,h3,caption{break-after:avoid}
.contents,.more>summary,button,.filter,.ring,.card,dialog{display:none!important}
details::details-content{content-visibility:visible;block-size:auto}
summary{list-style:none}summary::-webkit-details-marker{display:none}
section:has(>details){border:0;padding:0}
figure{margin:5mm 0;break-inside:avoid}
.plot{max-width:none}figcaption{padding-left:3mm}
tr{break-inside:avoid}thead{display:table-header-group}
table{font-size:7pt;line-height:1.3}
th,td,thead th,.number,.key,.formula,tbody th{white-space:normal;min-width:0!important;padding-right:2.5mm}
.scroll{overflow:visible}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:6.5pt}
a{color:inherit}
}
`
