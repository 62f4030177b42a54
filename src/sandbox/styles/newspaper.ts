export const newspaperStyle = `
body.newspaper{background:#fbf9f4;color:#1d1a17;font-family:'Noto Serif','Noto Serif JP',Georgia,serif}
.newspaper .top,.newspaper main{width:100%;max-width:78rem;margin:0 auto}
body.newspaper:lang(ja){font-family:'Noto Serif JP','Noto Serif',serif}
.newspaper .top{padding:0 1.25rem}
.newspaper .ears{display:flex;justify-content:space-between;font:400 .875rem/1.5 'Be Vietnam Pro','Noto Sans JP',sans-serif;color:#4d453c;padding:.55rem 0 0}
.newspaper .nameplate{text-align:center;font-weight:700;font-size:3.5rem;line-height:1.3;color:#8e1b1b;letter-spacing:-.01em}
.newspaper .nameplate a{text-decoration:none}
.newspaper .nameplate .edition{font-weight:400;font-size:1.25rem;color:#1d1a17;letter-spacing:0;font-style:italic;white-space:nowrap}
.newspaper:lang(ja) .nameplate .edition{font-style:normal}
.newspaper .section-name{text-align:center;margin:.15rem 0 .6rem;display:flex;gap:1rem;align-items:center;font-size:1.125rem;line-height:1.5}
.newspaper .section-name::before,.newspaper .section-name::after{content:'';flex:1;border-top:1px solid #1d1a17;border-bottom:1px solid #1d1a17;height:4px}
.newspaper .top nav{border-top:3px solid #1d1a17;border-bottom:1px solid #1d1a17}
.newspaper .top nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;justify-content:center;font:600 .875rem/1.5 'Be Vietnam Pro','Noto Sans JP',sans-serif}
.newspaper .top nav a{display:block;padding:.45rem .85rem;text-decoration:none}
.newspaper .top nav a:hover,.newspaper h2 a:hover,.newspaper h3 a:hover,.newspaper .brief li a:hover{text-decoration:underline}
.newspaper .top nav a[aria-current]{color:#8e1b1b;text-decoration:underline;text-decoration-thickness:2px}
.newspaper main{padding:1.1rem 1.25rem 2rem}
.newspaper h2 a,.newspaper h3 a,.newspaper .brief li a{text-decoration:none}
.newspaper .meta{font:400 .8125rem/1.5 'Be Vietnam Pro','Noto Sans JP',sans-serif;color:#5c5348}
.newspaper .meta .by{font-weight:600;color:#1d1a17}
.newspaper .kicker{font:600 .875rem/1.5 'Be Vietnam Pro','Noto Sans JP',sans-serif;color:#8e1b1b}
.newspaper .front{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2.2fr) minmax(0,1fr);grid-template-areas:'second opening brief'}
.newspaper .centre{grid-area:opening;padding:0 1.35rem}
.newspaper .second{grid-area:second}
.newspaper .front .brief{grid-area:brief}
.newspaper .opening h2{font-size:2.125rem;line-height:1.35;font-weight:700;text-wrap:balance;margin:.15rem 0 .75rem}
.newspaper .opening img{width:100%;aspect-ratio:3/2;object-fit:cover}
.newspaper figcaption{font:400 .8125rem/1.5 'Be Vietnam Pro','Noto Sans JP',sans-serif;color:#5c5348;padding-top:.3rem}
.newspaper .opening .summary{font-size:1.0625rem;margin:.6rem 0 .5rem}
.newspaper .second,.newspaper .front .brief{padding-top:.15rem}
.newspaper .second{border-right:1px solid #cfc6b8;padding-right:1.25rem}
.newspaper .front .brief{border-left:1px solid #cfc6b8;padding-left:1.25rem}
.newspaper .story+.story{border-top:1px solid #cfc6b8;margin-top:1rem;padding-top:1rem}
.newspaper .story img{width:100%;aspect-ratio:3/2;object-fit:cover;margin-bottom:.5rem}
.newspaper .story h3{font-size:1.1875rem;line-height:1.4;font-weight:600}
.newspaper .story p{font-size:.9375rem;margin-top:.35rem}
.newspaper .story .meta{font-size:.8125rem}
.newspaper .brief h2,.newspaper .below h2{font:600 1rem/1.5 'Be Vietnam Pro','Noto Sans JP',sans-serif;color:#8e1b1b;border-bottom:2px solid #8e1b1b;padding-bottom:.2rem}
.newspaper .brief ol{list-style:none;padding:0}
.newspaper .brief li{padding:.6rem 0;border-bottom:1px solid #cfc6b8;line-height:1.5;font-weight:600;font-size:1rem}
.newspaper .brief li time{font:600 .8125rem/1.5 'Be Vietnam Pro','Noto Sans JP',sans-serif;color:#8e1b1b;margin-right:.3rem}
.newspaper .below{margin-top:1.75rem;border-top:3px double #1d1a17;padding-top:.9rem}
.newspaper .below .columns{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:0 2rem}
.newspaper .below .story,.newspaper .below .story+.story{border:0;border-bottom:1px solid #cfc6b8;margin:0;padding:.9rem 0}
.newspaper .third{display:grid;grid-template-columns:1fr 1fr;gap:1.25rem;border-top:1px solid #cfc6b8;margin-top:1rem;padding-top:1rem}
.newspaper .third .story+.story{border:0;border-left:1px solid #cfc6b8;margin:0;padding:0 0 0 1.25rem}
.newspaper .reading{display:grid;grid-template-columns:minmax(0,1fr) 18rem;gap:2.5rem}
.newspaper .reading article{max-width:46rem;justify-self:center;width:100%}
.newspaper .reading h1{font-size:2.375rem;line-height:1.35;text-wrap:balance;margin:.2rem 0 .6rem}
.newspaper .reading .summary{font-size:1.1875rem;line-height:1.6;color:#3b342c;margin-bottom:.6rem}
.newspaper .reading .meta{border-top:1px solid #cfc6b8;border-bottom:1px solid #cfc6b8;padding:.45rem 0}
.newspaper figure.lead{margin-top:1.1rem}
.newspaper figure img{width:100%}
.newspaper .text{font-size:1.125rem;line-height:1.75;margin-top:1.1rem}
.newspaper .text>div>p:not(.correction):first-child::first-letter{font-size:3.1em;font-weight:700;float:left;line-height:1;padding:.06em .09em 0 0;color:#8e1b1b}
.newspaper .text:lang(ja)>div>p:first-child::first-letter{font-size:inherit;float:none;font-weight:inherit;color:inherit;padding:0}
.newspaper .text a,.newspaper .notice a{color:#8e1b1b}
.newspaper .text th,.newspaper .text td{border-width:1px 0}
.newspaper .signed{text-align:right;font-weight:700;margin-top:1.25rem}
.newspaper .correction{margin-top:1rem;border:1px solid #8e1b1b;border-left-width:5px;padding:.7rem 1rem;background:#fff}
.newspaper .notice{max-width:40rem;margin:2rem auto}
.newspaper .notice h1{font-size:2rem;line-height:1.4}
.newspaper .notice>*+*{margin-top:1rem}
.newspaper .notice dl{border-top:3px double #1d1a17;border-bottom:3px double #1d1a17;padding:.8rem 0}
.newspaper .notice dl div+div{margin-top:.4rem}
.newspaper .notice dt{font-weight:700;display:inline}
.newspaper .notice dt::after{content:': '}
.newspaper .notice dt:lang(ja)::after{content:'：'}
.newspaper .notice dd{display:inline;margin:0}
.newspaper .empty{text-align:center;padding:4rem 1rem;font-size:1.125rem;color:#4d453c}
.newspaper .log-page .empty{padding:1.5rem}
.newspaper .foot{border-top:3px double #1d1a17;max-width:75.5rem;width:calc(100% - 2.5rem);margin:0 auto;padding:.9rem 0 1.5rem;text-align:center;font:400 .875rem/1.6 'Be Vietnam Pro','Noto Sans JP',sans-serif;color:#4d453c}
.newspaper .watch{margin:.9rem 0;font-weight:600}
@media (max-width:1000px){
 .newspaper .front{grid-template-columns:minmax(0,2fr) minmax(0,1fr);grid-template-areas:'opening brief' 'second second';row-gap:1.25rem}
 .newspaper .centre{padding:0 1.25rem 0 0}
 .newspaper .second{border:0;border-top:1px solid #cfc6b8;padding:1rem 0 0;display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}
 .newspaper .second .story+.story{border:0;margin:0;padding:0}
 .newspaper .reading{grid-template-columns:minmax(0,1fr)}
}
@media (max-width:640px){
 .newspaper .top{padding:0 1rem}
 .newspaper .ears{justify-content:center}
 .newspaper .ears .hide-small{display:none}
 .newspaper .nameplate{font-size:2.375rem;line-height:1.35}
 .newspaper .nameplate .edition{font-size:1rem}
 .newspaper .section-name{font-size:1rem}
 .newspaper .top nav ul{flex-wrap:nowrap;justify-content:flex-start;overflow-x:auto}
 .newspaper .top nav a{white-space:nowrap;padding:.6rem .75rem}
 .newspaper main{padding:1rem 1rem 1.5rem}
 .newspaper .front{display:block}
 .newspaper .third{display:block}
 .newspaper .third .story+.story{border:0;border-top:1px solid #cfc6b8;margin-top:1rem;padding:1rem 0 0}
 .newspaper .centre{padding:0}
 .newspaper .opening h2{font-size:1.625rem}
 .newspaper .front .brief{border:0;padding:0;margin-top:1.25rem}
 .newspaper .second{display:block;margin-top:1.25rem}
 .newspaper .second .story+.story{border-top:1px solid #cfc6b8;margin-top:1rem;padding-top:1rem}
 .newspaper .reading h1{font-size:1.6875rem}
 .newspaper .reading .summary{font-size:1.0625rem}
 .newspaper .text{font-size:1.0625rem}
}
`
