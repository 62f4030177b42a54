/** What the three houses share: the sandbox bar, focus, hidden words, the log. Nothing that gives a house its face. */
export const baseStyle = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;line-height:1.55;font-size:1rem;overflow-wrap:break-word}
:lang(ja){line-height:1.7;font-style:normal;line-break:strict}
img{max-width:100%;height:auto;display:block}
ul,ol,dl,figure,p,h1,h2,h3{margin:0}
a{color:inherit;text-underline-offset:.15em}
:focus-visible{outline:3px solid #f5a800;outline-offset:2px;border-radius:2px}
main{flex:1 0 auto;width:100%}
:is(h1,h2,h3):lang(ja){word-break:auto-phrase}
main:focus{outline:none}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:.5rem;top:-4rem;z-index:9;background:#fff;color:#111;padding:.5rem 1rem}
.skip:focus{top:.5rem}
.sandbox-bar{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;justify-content:space-between;background:#2b2b2b;color:#f4f1e6;font:400 .8125rem/1.5 'Be Vietnam Pro','Noto Sans JP',sans-serif;padding:.3rem 1rem;border-bottom:3px dashed #f5c542}
.sandbox-bar a{color:#ffd766}
.sandbox-bar .last a{margin-left:.4rem;white-space:nowrap}
time{font-variant-numeric:tabular-nums}
.languages ul,.log-languages ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}
ruby rt{font-size:.55em}
.text>*+*,.text>div>*+*,.text section>*+*{margin-top:1em}
.correction{white-space:pre-line}
figcaption small{font-size:1em;opacity:.85}
.text figure img{width:100%}
.text h2{font-size:1.35em;line-height:1.35}
.text h3{font-size:1.15em;line-height:1.4}
.text h4{font-size:1em}
.text ul,.text ol{padding-left:1.4em}
.text table{border-collapse:collapse;display:block;overflow-x:auto;max-width:100%}
.text th,.text td{border:1px solid currentColor;padding:.35rem .6rem;text-align:left;vertical-align:top}
.text blockquote{margin:0;padding-left:1rem;border-left:3px solid currentColor}
.text hr{border:0;border-top:1px solid currentColor;opacity:.4;margin:1.5em 0}
.log-page{padding:1rem 0 3rem}
.log-page h1{font-size:1.5rem;margin-bottom:.5rem}
.log-page>*+*{margin-top:1rem}
.log-languages [aria-current]{font-weight:700;text-decoration:none}
.table-frame{overflow-x:auto;border:1px solid rgb(128 128 128 / .45)}
.log-page table{border-collapse:collapse;width:100%;font:400 .875rem/1.5 'Be Vietnam Pro','Noto Sans JP',sans-serif}
.log-page th,.log-page td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid rgb(128 128 128 / .35)}
.log-page th{white-space:nowrap;font-weight:600}
.log-page td:first-child,.log-page td:nth-child(2){white-space:nowrap}
.log-page td .title{display:block;min-width:14rem}
.log-page .number{text-align:right}
.log-page .code{font:400 .8125rem/1.5 ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;opacity:.85;overflow-wrap:anywhere}
.log-page tr.applied td:first-child{box-shadow:inset 4px 0 #1f9d55}
.log-page tr.passed td:first-child{box-shadow:inset 4px 0 #8a8a8a}
.log-page tr.refused td:first-child{box-shadow:inset 4px 0 #d0342c}
.faults{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;border:1px solid rgb(128 128 128 / .45);padding:.75rem 1rem;font-size:.9375rem}
.faults select,.faults button{font:inherit;padding:.3rem .6rem;min-height:2.25rem;max-width:100%}
.faults p{flex-basis:100%}
@media (max-width:640px){
 .sandbox-bar .long,.sandbox-bar .label{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
 .sandbox-bar{display:block;padding:.3rem .75rem}
 .sandbox-bar .last::before{content:'· '}
 .log-page .table-frame{border:0;overflow:visible}
 .log-page table,.log-page tbody{display:block}
 .log-page thead{display:none}
 .log-page tr{display:flex;flex-wrap:wrap;gap:.1rem .75rem;border:1px solid rgb(128 128 128 / .45);padding:.5rem .75rem;margin-bottom:.5rem}
 .log-page tr.applied{border-left:4px solid #1f9d55}
 .log-page tr.passed{border-left:4px solid #8a8a8a}
 .log-page tr.refused{border-left:4px solid #d0342c}
 .log-page td{border:0;padding:0}
 .log-page td:first-child{box-shadow:none!important}
 .log-page td:nth-child(2){white-space:normal}
 .log-page td[data-label]::before{content:attr(data-label) ' ';opacity:.8}
 .log-page td:nth-child(2),.log-page td:nth-child(3){flex-basis:100%}
}
@media print{.sandbox-bar,.skip,nav,aside,.faults{display:none!important}body{background:#fff!important;color:#000!important}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`
