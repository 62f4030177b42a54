export const portalStyle = `
body.portal{background:#f3f6fa;color:#1c2733;font-family:'Be Vietnam Pro','Noto Sans JP',system-ui,sans-serif}
body.portal:lang(ja){font-family:'Noto Sans JP','Be Vietnam Pro',sans-serif}
.portal .wide{max-width:75rem;margin:0 auto;padding:0 1rem}
.portal .top{background:linear-gradient(180deg,#fff 0,#e6f0fa 100%);border-top:4px solid #0b57a4}
.portal .top .wide{display:flex;flex-wrap:wrap;gap:.75rem 2rem;align-items:center;justify-content:space-between;padding-top:.85rem;padding-bottom:.85rem}
.portal .brand{display:flex;gap:.9rem;align-items:center;text-decoration:none}
.portal .brand .mark{width:4.5rem;height:4.5rem;flex:none}
.portal .brand .name{display:block;color:#0b57a4;font-weight:600;font-size:1.0625rem;line-height:1.45}
.portal .brand .place{display:block;color:#b3141d;font-weight:700;font-size:1.75rem;line-height:1.35}
.portal .side{text-align:right;font-size:.9375rem}
.portal .side .today{color:#44566a;margin-bottom:.35rem}
.portal .languages ul{justify-content:flex-end;gap:.35rem}
.portal .languages a{display:inline-block;padding:.2rem .8rem;border:1px solid #9db8d3;border-radius:2px;background:#fff;color:#0b57a4;text-decoration:none}
.portal .languages a[aria-current]{background:#0b57a4;border-color:#0b57a4;color:#fff;font-weight:600}
.portal .languages a:hover{text-decoration:underline}
.portal .languages .missing{display:block;font-size:.75rem;color:#44566a;text-align:center}
.portal .topics{background:#0b57a4;color:#fff}
.portal .topics ul{list-style:none;display:flex;flex-wrap:wrap}
.portal .topics a{display:block;padding:.6rem 1rem;text-decoration:none;font-weight:500;font-size:.9375rem}
.portal .topics a:hover{background:#08427c;text-decoration:underline}
.portal .topics a[aria-current]{background:#08427c;box-shadow:inset 0 -3px #f0c23a}
.portal main.wide{padding-top:1.25rem;padding-bottom:2.5rem}
.portal h1.section{font-size:1.5rem;color:#0b57a4;margin-bottom:1rem}
.portal .meta{color:#516476;font-size:.8438rem}
.portal h2 a,.portal h3 a,.portal li a{text-decoration:none}
.portal h2 a:hover,.portal h3 a:hover,.portal li a:hover{text-decoration:underline}
.portal .opening{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,1fr);gap:1.25rem;align-items:stretch}
.portal .hero{background:#fff;border:1px solid #d6e1ec;display:flex;flex-direction:column}
.portal .hero .photo img{width:100%;aspect-ratio:2/1;object-fit:cover}
.portal .hero .words{padding:1rem 1.25rem 1.15rem;border-top:4px solid #f0c23a}
.portal .hero h2{font-size:1.625rem;text-wrap:balance;line-height:1.4;color:#0b3f78}
.portal .hero p{margin-top:.5rem}
.portal .latest{background:#fff;border:1px solid #d6e1ec}
.portal .latest h2,.portal .reading aside h2{background:#0b57a4;color:#fff;font-size:1.0625rem;padding:.55rem 1rem;line-height:1.5}
.portal .latest ol,.portal aside ol{list-style:none;padding:0 1rem}
.portal .latest li{padding:.75rem 0;border-bottom:1px solid #e3eaf2;font-weight:500}
.portal .latest li:last-child{border:0}
.portal .latest .meta,.portal aside .meta{display:block;font-weight:400;margin-top:.15rem}
.portal .cards{margin-top:1.75rem}
.portal .cards>h2{font-size:1.25rem;color:#0b57a4;border-bottom:2px solid #0b57a4;padding-bottom:.35rem;margin-bottom:1rem}
.portal .grid{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1.25rem}
.portal .card{background:#fff;border:1px solid #d6e1ec;display:flex;flex-direction:column}
.portal .card.bare{border-top:4px solid #6ea8dc}
.portal .card .photo img{width:100%;aspect-ratio:16/9;object-fit:cover}
.portal .card .words{padding:.85rem 1rem 1rem}
.portal .kicker{color:#9a6b00;font-size:.8125rem;font-weight:600;margin-bottom:.2rem}
.portal .card h3{font-size:1.0625rem;line-height:1.5;font-weight:600;color:#0b3f78}
.portal .card .summary{margin-top:.4rem;font-size:.9375rem;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.portal .card .meta{margin-top:.5rem}
.portal .reading{display:grid;grid-template-columns:minmax(0,1fr) 20rem;gap:2rem;align-items:start}
.portal .reading article{background:#fff;border:1px solid #d6e1ec;padding:1.25rem 2rem 2.5rem}
.portal .crumbs{font-size:.875rem;color:#516476;margin-bottom:.9rem}
.portal .reading h1{font-size:1.875rem;line-height:1.4;color:#0b3f78;text-wrap:balance}
.portal .reading article>.meta{margin-top:.6rem;padding-bottom:.8rem;border-bottom:1px solid #e3eaf2}
.portal .reading .by{font-weight:600;color:#1c2733}
.portal .reading .summary{font-weight:600;margin-top:1rem;font-size:1.0625rem;max-width:44rem}
.portal figure.lead{margin-top:1.1rem}
.portal figure img{width:100%}
.portal figcaption{background:#eef3f8;color:#3b4b5b;font-size:.875rem;padding:.5rem .8rem}
.portal .text{margin-top:1.1rem;font-size:1.0625rem;line-height:1.7;max-width:44rem}
.portal .text:lang(ja){line-height:1.9;max-width:40rem}
.portal .text a,.portal .crumbs a,.portal .notice a{color:#0b57a4}
.portal .text h2,.portal .text h3{color:#0b3f78}
.portal .text th{background:#e6f0fa}
.portal .text th,.portal .text td{border-color:#b7c8da}
.portal .correction{margin-top:1rem;background:#fff7dd;border-left:4px solid #f0c23a;padding:.7rem 1rem}
.portal aside{background:#fff;border:1px solid #d6e1ec}
.portal aside li{display:flex;gap:.8rem;padding:.75rem 0;border-bottom:1px solid #e3eaf2;font-size:.9375rem;font-weight:500;line-height:1.5}
.portal aside li:last-child{border:0}
.portal aside img{width:5.5rem;height:3.9rem;object-fit:cover;flex:none}
.portal .plain{background:#fff;border:1px solid #d6e1ec;padding:1.25rem 1.5rem}
.portal .issue{margin-top:1.1rem;display:grid;grid-template-columns:minmax(0,16rem) minmax(0,1fr);gap:1.25rem 2rem;align-items:start}
.portal .issue figure.lead{margin-top:0}
.portal .issue h2{font-size:1.125rem;color:#0b3f78;margin-bottom:.5rem}
.portal .issue h3{font-size:1rem;color:#0b57a4;margin-top:1.1rem;border-bottom:1px solid #b7c8da}
.portal .issue ul{list-style:none;padding:0}
.portal .issue a{color:#0b57a4;text-decoration:underline}
.portal .issue li{padding:.45rem 0}
.portal .issue .contents{grid-column:1/-1}
.portal .issues .card .photo img{aspect-ratio:19/27;object-fit:contain;background:#eef3f8;max-height:16rem}
.portal .notice{max-width:44rem;margin:1rem auto 2rem}
.portal .notice h1{font-size:1.75rem;line-height:1.4;color:#9c1420}
.portal .notice>*+*{margin-top:1rem}
.portal .notice dl{border-left:4px solid #b3141d;background:#fdf1f1;padding:.8rem 1.1rem}
.portal .notice dl div+div{margin-top:.4rem}
.portal .notice dt{font-weight:600;display:inline}
.portal .notice dt::after{content:': '}
.portal .notice dt:lang(ja)::after{content:'：'}
.portal .notice dd{display:inline;margin:0}
.portal .empty{background:#fff;border:1px dashed #9db8d3;padding:3rem 1.5rem;text-align:center;color:#44566a}
.portal .log-page .empty{padding:1.5rem}
.portal .foot{background:#083766;color:#dce9f6;border-top:4px solid #f0c23a}
.portal .foot .wide{display:flex;gap:1rem;align-items:center;padding-top:1.1rem;padding-bottom:1.3rem;font-size:.9375rem}
.portal .foot .mark{width:3rem;height:3rem;flex:none}
.portal .watch a{display:inline-block;margin-top:.9rem;padding:.55rem 1.1rem;background:#0b57a4;color:#fff;font-weight:600;text-decoration:none}
.portal .watch a:hover{background:#08427c;text-decoration:underline}
@media (max-width:1000px){
 .portal .opening,.portal .reading{grid-template-columns:minmax(0,1fr)}
 .portal .grid{grid-template-columns:repeat(2,minmax(0,1fr))}
}
@media (max-width:640px){
 .portal .brand .mark{width:3.4rem;height:3.4rem}
 .portal .brand .name{font-size:.9375rem}
 .portal .brand .place{font-size:1.375rem}
 .portal .side{text-align:left;width:100%}
 .portal .side .today{display:none}
 .portal .languages ul{justify-content:flex-start}
 .portal .languages .missing{display:inline}
 .portal .topics ul{flex-wrap:nowrap;overflow-x:auto}
 .portal .topics a{white-space:nowrap;padding:.7rem .9rem}
 .portal main.wide{padding-left:0;padding-right:0;padding-top:0}
 .portal .latest{display:none}
 .portal .hero,.portal .reading article,.portal aside,.portal .plain{border-left:0;border-right:0}
 .portal .hero h2{font-size:1.3125rem}
 .portal .grid{grid-template-columns:minmax(0,1fr);gap:0}
 .portal .cards>h2{margin:0 1rem}
 .portal .card{border-width:0 0 1px;display:grid;grid-template-columns:7.5rem minmax(0,1fr)}
 .portal .card.bare{grid-template-columns:minmax(0,1fr);border-top:0}
 .portal .card .photo{padding:.85rem 0 .85rem 1rem}
 .portal .card .photo img{aspect-ratio:4/3}
 .portal .card h3{font-size:1rem}
 .portal .card .photo+.words .summary{display:none}
 .portal .issue{grid-template-columns:minmax(0,1fr)}
 .portal .issue figure.lead{margin:0}
 .portal .reading{gap:0}
 .portal .reading article{padding:1rem 1rem 2rem}
 .portal .reading h1{font-size:1.4375rem}
 .portal h1.section{padding:1rem 1rem 0}
 .portal figure.lead{margin-left:-1rem;margin-right:-1rem}
 .portal .plain{padding:1rem}
}
`
