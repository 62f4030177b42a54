export const indexStyle = `
body.index{background:#f4f3ee;color:#22262b;font-family:'Be Vietnam Pro','Noto Sans JP',system-ui,sans-serif}
.index header,.index main{max-width:70rem;margin:0 auto;padding:1rem 1.25rem}
.index header ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;justify-content:flex-end}
.index header [aria-current]{font-weight:700;text-decoration:none}
.index h1{font-size:1.875rem;line-height:1.4}
.index main>p{margin-top:.5rem;max-width:48rem}
.index .doors{list-style:none;padding:0;margin:1.75rem 0;display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1.25rem}
.index .doors li{background:#fff;border:1px solid #d5d2c6;padding-bottom:1rem}
.index .doors p{padding:0 1.1rem;font-size:.9375rem;margin-top:.4rem}
.index .door{display:grid;grid-template-columns:auto minmax(0,1fr);grid-template-areas:'mark name' 'mark section';gap:0 .9rem;align-items:center;padding:1.1rem;text-decoration:none;min-height:8rem;margin-bottom:.8rem;align-content:center}
.index .door:hover .name{text-decoration:underline}
.index .door .mark{grid-area:mark;width:3.75rem;height:3.75rem}
.index .door .name{grid-area:name;align-self:end;font-weight:700;font-size:1.125rem;line-height:1.45}
.index .door .section{grid-area:section;align-self:start;font-size:.9375rem}
.index .portal .door{background:#e6f0fa;color:#0b3f78}
.index .newspaper .door{background:#f7efe2;color:#6d1414}
.index .broadcaster .door{background:#0b1220;color:#fff}
.index .small{font-size:.875rem;color:#555}
@media (max-width:800px){.index .doors{grid-template-columns:minmax(0,1fr)}.index .door{min-height:0}}
`
