/** The one style of our public pages: a column to read, on a phone and on paper as well. No script, no foreign host. */

export const SITE_CSS = `
:root{--ink:#1c2128;--quiet:#57606a;--line:#d8dde3;--paper:#fff;--wash:#f4f6f5;--pine:#1d5c47;--link:#0b5394;--warn:#8a3b00;--warn-wash:#fff4e5;--focus:#b3541e}
@media(prefers-color-scheme:dark){:root{--ink:#e7e9ec;--quiet:#aab2bc;--line:#39414a;--paper:#14181c;--wash:#1c2227;--pine:#8fd0b5;--link:#8ec2ff;--warn:#ffc58a;--warn-wash:#33240f;--focus:#ffb37a}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:4rem}
body{margin:0;background:var(--paper);color:var(--ink);font-family:'Noto Serif',Georgia,'Times New Roman',serif;font-size:1.125rem;line-height:1.65;overflow-wrap:break-word}
:lang(en){line-height:1.6}
:lang(ja){font-family:'Noto Serif Latin','Noto Serif JP','Hiragino Mincho ProN','Yu Mincho',serif;line-height:1.85;line-break:strict;font-style:normal}
:lang(vi),:lang(en){font-family:'Noto Serif',Georgia,'Times New Roman',serif}
a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.18em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--focus);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-100vw;top:0;z-index:3;padding:.6rem 1rem;background:var(--paper);color:var(--link)}
.skip:focus{left:.5rem;top:.5rem}
.column{width:100%;max-width:42rem;margin-inline:auto;padding-inline:1.25rem}
.column:lang(ja){max-width:calc(38*1.125rem + 2.5rem)}
.mast{border-top:.4rem solid var(--pine);border-bottom:1px solid var(--line)}
.mast .column{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1.5rem;padding-block:.7rem;font-size:.9375rem;line-height:1.5}
.mast .name{display:flex;align-items:center;gap:.6rem;margin-right:auto;color:var(--ink);font-weight:700;text-decoration:none}
.mast a.name:hover{text-decoration:underline}
.mast .name img{flex:none;width:1.75rem;height:1.75rem}
.languages{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0;padding:0;list-style:none}
.languages a,.languages b{display:inline-block;padding-block:.15rem;border-bottom:2px solid transparent;line-height:1.5}
.languages b{color:var(--quiet);font-weight:400;border-bottom-color:var(--pine)}
main{padding-block:2rem 3rem}
.topics{margin:0 0 .6rem;color:var(--pine);font-size:.9375rem;line-height:1.5}
h1{margin:0 0 1rem;font-size:2rem;line-height:1.35;font-weight:700;text-wrap:pretty}
h1:lang(ja){font-size:1.8125rem;line-height:1.5;word-break:auto-phrase}
h2,h3,h4{margin:2.2rem 0 .7rem;line-height:1.45;text-wrap:pretty}
h2{font-size:1.375rem}h3{font-size:1.1875rem}h4{font-size:1.0625rem}
h2:lang(ja),h3:lang(ja){word-break:auto-phrase}
p{margin:0 0 1.15rem}
:lang(ja)>p{margin-bottom:1.3rem}
.lede{color:var(--quiet);font-size:1.1875rem}
.facts{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;margin:0 0 1.8rem;padding:0 0 1rem;border-bottom:1px solid var(--line);color:var(--quiet);font-size:.9375rem;line-height:1.55}
.facts p{margin:0}
.facts time{font-variant-numeric:tabular-nums}
figure{margin:2rem 0}
figure img{display:block;width:100%;height:auto;background:var(--wash)}
figcaption{margin-top:.6rem;color:var(--quiet);font-size:.9375rem;line-height:1.55}
figcaption small{font-size:inherit}
blockquote{margin:1.8rem 0;padding-left:1.2rem;border-left:3px solid var(--pine)}
blockquote p:last-child{margin-bottom:0}
ul,ol{margin:0 0 1.15rem;padding-left:1.6rem}
li{margin-bottom:.35rem}
hr{width:5rem;margin:2.4rem auto;border:0;border-top:1px solid var(--line)}
table{display:block;width:fit-content;max-width:100%;margin:1.8rem 0;overflow-x:auto;border-collapse:collapse;font-size:.9688rem;line-height:1.5;font-variant-numeric:tabular-nums}
th,td{padding:.45rem .8rem;border:1px solid var(--line);text-align:left;vertical-align:top}
th{background:var(--wash);font-weight:700}
ruby{ruby-align:center}
rt{font-size:.5em;line-height:1.2}
.correction{margin-bottom:1.2rem;padding:.7rem 1rem;background:var(--warn-wash);border-left:3px solid var(--warn);font-size:1rem}
.behind{margin-bottom:1.2rem;padding:.7rem 1rem;background:var(--warn-wash);border-left:3px solid var(--warn);font-size:1rem}
section>.correction{margin-bottom:0;padding-block:.35rem}
section{margin-bottom:1.4rem}
.notice{padding:1.2rem 1.4rem;background:var(--wash);border-left:3px solid var(--warn)}
.preview{position:sticky;top:0;z-index:2;margin:0;padding:.6rem 1.25rem;background:repeating-linear-gradient(-45deg,#8a3b00 0 1.5rem,#7a3400 1.5rem 3rem);color:#fff;font-size:.9375rem;line-height:1.5;text-align:center}
.list{margin:0;padding:0;list-style:none}
.list li{display:grid;grid-template-columns:1fr;gap:.2rem 1.4rem;margin:0;padding-block:1.5rem;border-bottom:1px solid var(--line)}
.list li:first-child{padding-top:.5rem}
.list h2{margin:0;font-size:1.3125rem}
.list h2 a{color:var(--ink);text-decoration:none}
.list h2 a:hover{color:var(--link);text-decoration:underline}
.list p{margin:.3rem 0 0;color:var(--quiet);font-size:1rem}
.list time{color:var(--quiet);font-size:.9375rem}
.list img{display:block;width:100%;height:auto;margin-bottom:.7rem;background:var(--wash);aspect-ratio:3/2;object-fit:cover}
@media(min-width:40rem){.list li.pictured{grid-template-columns:1fr 11rem}.list li.pictured .picture{grid-column:2;grid-row:1}.list img{margin-bottom:0}}
.kind{margin:0;color:var(--pine);font-size:1.0625rem;font-weight:700;letter-spacing:.02em}
.kind+h1{margin-bottom:.3rem}
.number{margin:0 0 .8rem;color:var(--quiet)}
.notices{margin-bottom:1.6rem}
.opening{display:grid;grid-template-columns:minmax(0,1fr);gap:1.2rem 1.8rem;margin-bottom:2rem}
.opening figure{margin:0}
.opening .cover img{max-width:22rem}
.downloads h2,.contents h3,.imprint h2{margin:0 0 .4rem;font-size:1.0625rem}
.downloads ul{margin:0;padding:0;list-style:none}
.downloads li{margin:0;padding-block:.25rem}
.downloads small{color:var(--quiet);font-size:.9375rem;white-space:nowrap}
.contents h2{margin:0 0 .6rem}
.contents+.notices{margin-top:2rem}
.contents h3{margin:1.6rem 0 0;padding-bottom:.35rem;border-bottom:1px solid var(--pine);color:var(--pine)}
.contents ul{margin:0;padding:0;list-style:none}
.contents li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 1.2rem;margin:0;padding-block:.8rem;border-bottom:1px solid var(--line)}
.contents li>*{grid-column:1}
.contents .where{grid-column:2;grid-row:1;color:var(--quiet);font-size:.9375rem;font-variant-numeric:tabular-nums;white-space:nowrap}
.contents p{margin:0;color:var(--quiet);font-size:1rem}
.contents .entry{color:var(--ink);font-size:1.125rem;font-weight:700;line-height:1.5}
.contents .entry a{color:var(--ink)}
.contents .entry a:hover{color:var(--link)}
.contents .entry s{color:var(--quiet);font-weight:400}
.contents .flag{color:var(--warn);font-size:.9375rem}
.imprint{margin-top:2.4rem;padding-top:1.2rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.9375rem;line-height:1.6}
.imprint dl{margin:0}
.imprint dl div{display:grid;grid-template-columns:minmax(0,12rem) minmax(0,1fr);gap:0 1rem;padding-block:.15rem}
.imprint dt,.imprint dd{margin:0}
.imprint dd{color:var(--ink)}
.turn{display:grid;grid-template-columns:minmax(0,1fr) auto minmax(0,1fr);gap:.6rem 1.2rem;margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--line);font-size:1rem;line-height:1.5}
.turn small{display:block;color:var(--quiet);font-size:.9375rem}
.turn [rel=next]{text-align:right}
.list h3{margin:0;font-size:1.1875rem}
.list h3 a{color:var(--ink);text-decoration:none}
.list h3 a:hover{color:var(--link);text-decoration:underline}
.issues img{aspect-ratio:auto;max-height:14rem;object-fit:contain;object-position:left top;background:none}
@media(min-width:40rem){.opening.covered{grid-template-columns:16rem minmax(0,1fr)}.list.issues li.pictured{grid-template-columns:1fr 8rem}}
@media(max-width:30rem){.imprint dl div{grid-template-columns:minmax(0,1fr)}.turn{grid-template-columns:minmax(0,1fr)}.turn [rel=next]{text-align:left}.turn span{display:none}.issues img{max-width:9rem}}
.what{color:var(--pine);font-size:.9375rem}
.watch{display:grid;grid-template-columns:minmax(0,1fr);gap:1.4rem 2.2rem}
.watch .film{margin:0 0 1rem}
.watch video{display:block;width:100%;height:auto;background:#000;aspect-ratio:16/9}
.watch .length{margin:0 0 1rem;color:var(--quiet);font-size:.9375rem;font-variant-numeric:tabular-nums}
.leads{margin:.8rem 0 0;font-weight:700}
.leads small{display:block;color:var(--quiet);font-size:.9375rem;font-weight:400}
.transcript{margin:0}
.transcript h2{margin:0 0 .6rem;padding-bottom:.35rem;border-bottom:1px solid var(--pine);color:var(--pine);font-size:1.1875rem}
.said p{margin-bottom:.8rem;font-size:1.0625rem}
.rundown ol{margin:0;padding:0;list-style:none}
.rundown h2{margin-bottom:.3rem}
.rundown li{display:grid;grid-template-columns:3.6rem minmax(0,1fr);gap:0 1rem;margin:0;padding-block:1.1rem;border-bottom:1px solid var(--line)}
.rundown li>*{min-width:0}
.rundown .when{margin:0;color:var(--pine);font-weight:700;font-variant-numeric:tabular-nums}
.rundown h3{margin:0 0 .4rem;font-size:1.125rem}
.rundown li p:last-child{margin-bottom:0}
.rundown .flag{color:var(--warn);font-size:.9375rem}
.rundown .clip{color:var(--quiet);font-size:.9375rem}
.rundown .gone h3{color:var(--quiet);font-weight:400}
.kit{margin:0;padding-block:1.6rem;border-bottom:1px solid var(--line)}
.downloads .about{margin:.2rem 0 1rem;color:var(--quiet);font-size:.9375rem}
.kit h2{margin:0 0 .2rem;font-size:1.3125rem}
.kit .when{margin:0 0 .6rem;color:var(--quiet);font-size:.9375rem}
.kit .downloads{margin:0 0 1rem;padding:0;list-style:none}
.photos{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));gap:1.2rem}
.photos figure{margin:0}
.photos figcaption p{margin:0 0 .25rem}
.rights{padding:.7rem 1rem;background:var(--wash);border-left:3px solid var(--pine);font-size:1rem}
@media(min-width:64rem){
body:has(.watch) .column{max-width:76rem}
.watch{grid-template-columns:minmax(0,1fr) 24rem}
.said{max-height:34rem;overflow:auto;padding-right:.6rem}
body:has(.watch) header h1,body:has(.watch) .lede{max-width:46rem}
}
.end{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.9375rem;line-height:1.6}
.end p{margin:0 0 .3rem}
.foot{padding-block:1.6rem 2.4rem;border-top:1px solid var(--line);background:var(--wash);color:var(--quiet);font-size:.9375rem;line-height:1.6}
.foot p{margin:0 0 .4rem}
.foot .languages{margin-bottom:.6rem}
@media(max-width:30rem){body{font-size:1.0625rem}h1{font-size:1.625rem}h1:lang(ja){font-size:1.4375rem}main{padding-block:1.4rem 2rem}}
@page{margin:20mm 18mm}
@media print{
:root{--ink:#000;--quiet:#333;--line:#999;--paper:#fff;--wash:#fff;--pine:#000;--link:#000;--warn:#000;--warn-wash:#fff}
body{font-size:11pt}
.skip,.mast .languages,.mast img,.foot .languages,.screen{display:none}
.mast{border-top-width:2pt}
.column{max-width:none;padding-inline:0}
main{padding-block:1rem}
h1,h2,h3,h4,figcaption,tr{break-after:avoid;break-inside:avoid}
figure,blockquote,.correction,.behind,table,.contents li,.imprint{break-inside:avoid}
.contents .entry a{text-decoration:none}
figure img{max-height:11cm;width:auto;max-width:100%}
.watch{display:block}
.watch video,.leads small{display:none}
.said{max-height:none;overflow:visible}
.rundown li,.kit figure{break-inside:avoid}
.opening.covered{grid-template-columns:5.6cm minmax(0,1fr)}
.opening .cover img{max-width:5.6cm}
p,li{orphans:3;widows:3}
main a[href^='http']::after{content:' (' attr(href) ')';font-size:.85em}
.preview{position:static;background:none;border:2pt solid #000;color:#000}
}
@media screen{.paper{display:none}.behind a{display:inline-block}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`.trim()
