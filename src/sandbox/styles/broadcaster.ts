export const broadcasterStyle = `
body.broadcaster{background:#0b1220;color:#e8edf5;font-family:'Be Vietnam Pro','Noto Sans JP',system-ui,sans-serif;color-scheme:dark}
body.broadcaster:lang(ja){font-family:'Noto Sans JP','Be Vietnam Pro',sans-serif}
.broadcaster .sandbox-bar{background:#000}
.broadcaster .top{display:flex;flex-wrap:wrap;gap:.5rem 2rem;justify-content:space-between;align-items:center;padding:.9rem 2rem;background:#0b1220}
.broadcaster .brand{display:flex;gap:.9rem;align-items:center;text-decoration:none}
.broadcaster .brand .mark{width:3.5rem;height:3.5rem;flex:none}
.broadcaster .brand .programme{display:block;font-weight:700;font-size:1.625rem;line-height:1.25;letter-spacing:-.01em}
.broadcaster .brand .name{display:block;color:#9fb0c8;font-size:.9375rem}
.broadcaster .today{color:#9fb0c8}
.broadcaster .programme-line{flex:0 0 calc(100% + 4rem);border-top:1px solid #22304a;background:#111b2e;margin:.4rem -2rem -.9rem;padding:.5rem 2rem .7rem}
.broadcaster .programme-line p{font-weight:500;font-size:.9375rem;color:#cdd8e8;font-variant-numeric:tabular-nums;padding-bottom:.35rem}
.broadcaster .programme-line svg{display:block;width:100%;height:6px}
.broadcaster .programme-line .first{fill:#ff8a1f}
.broadcaster .programme-line .next{fill:#19b5a5}
.broadcaster main{padding:1.5rem 2rem 3rem;max-width:90rem;margin:0 auto}
.broadcaster h2 a,.broadcaster h3 a{text-decoration:none}
.broadcaster h2 a:hover,.broadcaster h3 a:hover{text-decoration:underline}
.broadcaster .meta{color:#9fb0c8;font-size:.875rem}
.broadcaster .duration{font-variant-numeric:tabular-nums;color:#6fe0d3}
.broadcaster .kicker{color:#ffb26b;font-weight:600;font-size:.9375rem}
.broadcaster .studio{display:grid;grid-template-columns:minmax(0,1.75fr) minmax(0,1fr);gap:1.75rem;align-items:start}
.broadcaster .stage{position:relative;background:#111b2e}
.broadcaster .stage>img{width:100%;aspect-ratio:16/9;object-fit:cover}
.broadcaster .card-back{aspect-ratio:16/9;background:radial-gradient(circle at 30% 20%,#1d4a63,#0b1220 70%);display:grid;place-items:center}
.broadcaster .card-back .mark{width:9rem;height:9rem;opacity:.85}
.broadcaster .lower-third{position:relative;margin:-4.5rem 2rem 0 0;background:#f6f8fb;color:#0b1220;border-left:10px solid #ff8a1f;padding:.75rem 1.25rem 1rem}
.broadcaster .lower-third .kicker{color:#9c4a00}
.broadcaster .lower-third h2{font-size:1.625rem;line-height:1.35;text-wrap:balance}
.broadcaster .lower-third .summary{margin-top:.4rem}
.broadcaster .rundown{background:#111b2e;border-top:4px solid #19b5a5}
.broadcaster .rundown>h2{font-size:1.125rem;padding:.75rem 1.1rem .5rem}
.broadcaster .rundown ol{list-style:none;padding:0}
.broadcaster .rundown li{display:grid;grid-template-columns:2.25rem minmax(0,1fr) auto;gap:.25rem .8rem;align-items:start;padding:.8rem 1.1rem;border-top:1px solid #22304a}
.broadcaster .rundown .number{font-weight:700;font-size:1.5rem;line-height:1.2;color:#6fe0d3;font-variant-numeric:tabular-nums}
.broadcaster .rundown h3{font-size:1rem;font-weight:600;line-height:1.45}
.broadcaster .rundown img{width:6.5rem;height:3.66rem;object-fit:cover}
.broadcaster .rundown .meta{margin-top:.15rem}
.broadcaster .reading{display:grid;grid-template-columns:minmax(0,1fr) 24rem;gap:2.5rem;align-items:start}
.broadcaster .reading h1{font-size:2.25rem;line-height:1.3;text-wrap:balance;margin:.25rem 0 .5rem;max-width:50rem}
.broadcaster .reading .rundown li{grid-template-columns:2.25rem minmax(0,1fr)}
.broadcaster .reading .rundown img{display:none}
.broadcaster figure.lead{margin-top:1.1rem;max-width:50rem}
.broadcaster figure img{width:100%}
.broadcaster video{display:block;width:100%;height:auto;aspect-ratio:16/9;background:#000}
.broadcaster .watch a{display:inline-block;margin-top:.9rem;padding:.55rem 1.1rem;background:#ff8a1f;color:#0b1220;font-weight:700;text-decoration:none}
.broadcaster .transcript{margin-top:1.5rem;padding-top:1rem;border-top:1px solid #22304a;max-width:44rem}
.broadcaster .transcript h2{font-size:1.125rem;color:#ffb26b;margin-bottom:.5rem}
.broadcaster .transcript p+p{margin-top:.7rem}
.broadcaster .programmes{margin-top:2rem;background:#111b2e;border-top:4px solid #ff8a1f;padding:.75rem 1.1rem 1rem}
.broadcaster .programmes h2{font-size:1.125rem}
.broadcaster .programmes ul{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:0 2rem}
.broadcaster .programmes li{padding:.7rem 0;border-top:1px solid #22304a}
.broadcaster .programmes h3{font-size:1rem;font-weight:600}
.broadcaster .steps{list-style:none;padding:0;margin-top:1.25rem;border-top:1px solid #22304a;max-width:50rem}
.broadcaster .steps li{display:grid;grid-template-columns:4rem minmax(0,1fr);gap:.2rem 1rem;padding:1.1rem 0;border-bottom:1px solid #22304a}
.broadcaster .steps .number{font-weight:700;font-size:1.25rem;line-height:1.4;color:#6fe0d3;font-variant-numeric:tabular-nums}
.broadcaster .steps h2{font-size:1.125rem;line-height:1.45}
.broadcaster .steps .words{margin-top:.5rem;font-size:1.0625rem;line-height:1.7}
.broadcaster .steps .gone h2{color:#9fb0c8;font-weight:400}
.broadcaster .files{list-style:none;padding:0 1.1rem 1rem}
.broadcaster .files li{display:block;padding:.5rem 0}
.broadcaster .files a{color:#6fe0d3}
.broadcaster .rundown .none{padding:0 1.1rem 1rem;color:#cdd8e8}
.broadcaster figcaption{color:#9fb0c8;font-size:.875rem;padding-top:.4rem}
.broadcaster .reading .summary{font-weight:600;font-size:1.1875rem;margin-top:1.1rem;max-width:44rem}
.broadcaster .text{margin-top:1rem;font-size:1.125rem;line-height:1.75;max-width:44rem}
.broadcaster .text a,.broadcaster .notice a{color:#6fe0d3}
.broadcaster .text th,.broadcaster .text td{border-color:#3a4c6c}
.broadcaster .text th{background:#16233b}
.broadcaster .correction{margin-top:1rem;background:#2a2008;border-left:5px solid #ff8a1f;padding:.7rem 1rem;max-width:50rem}
.broadcaster .notice{max-width:44rem;margin:2rem 0;border-left:10px solid #e5484d;background:#111b2e;padding:1.5rem 2rem 1.75rem}
.broadcaster .notice h1{font-size:1.75rem;line-height:1.35}
.broadcaster .notice>*+*{margin-top:1rem}
.broadcaster .notice dl div+div{margin-top:.4rem}
.broadcaster .notice dt{display:inline;color:#9fb0c8}
.broadcaster .notice dt::after{content:': '}
.broadcaster .notice dt:lang(ja)::after{content:'：'}
.broadcaster .notice dd{display:inline;margin:0;font-weight:600}
.broadcaster .empty{border:1px dashed #3a4c6c;padding:4rem 1rem;text-align:center;color:#cdd8e8}
.broadcaster .log-page .empty{padding:1.5rem}
.broadcaster .plain a{color:#6fe0d3}
.broadcaster .faults select,.broadcaster .faults button{background:#1a2740;color:#e8edf5;border:1px solid #54688a}
.broadcaster .foot{border-top:1px solid #22304a;padding:1.1rem 2rem 1.75rem;color:#9fb0c8;font-size:.9375rem}
@media (max-width:1000px){.broadcaster .studio,.broadcaster .reading{grid-template-columns:minmax(0,1fr)}}
@media (max-width:640px){
 .broadcaster .top{padding:.75rem 1rem}
 .broadcaster .brand .mark{width:2.75rem;height:2.75rem}
 .broadcaster .brand .programme{font-size:1.3125rem}
 .broadcaster .brand .name{font-size:.8125rem}
 .broadcaster .today{font-size:.875rem}
 .broadcaster .programme-line{flex-basis:calc(100% + 2rem);margin:.25rem -1rem -.75rem;padding:.5rem 1rem .6rem}
 .broadcaster main{padding:0 0 2rem}
 .broadcaster .studio{gap:1.25rem}
 .broadcaster .lower-third{margin:-1.5rem 1rem 0 0;padding:.6rem 1rem .85rem;border-left-width:7px}
 .broadcaster .lower-third h2{font-size:1.25rem}
 .broadcaster .rundown li{padding:.8rem 1rem;grid-template-columns:1.6rem minmax(0,1fr) auto}
 .broadcaster .rundown img{width:5rem;height:3.2rem}
 .broadcaster .reading article{padding:1rem 1rem 0}
 .broadcaster .reading h1{font-size:1.5625rem}
 .broadcaster figure.lead{margin-left:-1rem;margin-right:-1rem}
 .broadcaster figcaption{padding-left:1rem;padding-right:1rem}
 .broadcaster .programmes{margin-top:1.25rem}
 .broadcaster .plain{padding:0 1rem}
 .broadcaster .notice{margin:1.25rem 0;padding:1.1rem 1.1rem 1.35rem;border-left-width:7px}
 .broadcaster .foot{padding:1rem}
}
@media print{.broadcaster .lower-third,.broadcaster .rundown{background:#fff}}
`
