/** The one stylesheet of the book. No fonts of its own: a reader's are the reader's choice, and Vietnamese marks need room between lines. */
export const STYLE = `body { line-height: 1.6; margin: 0 5%; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.35; text-align: left; hyphens: none; -webkit-hyphens: none; break-after: avoid; }
h1 { font-size: 1.6em; margin: 0.5em 0; }
h2 { font-size: 1.3em; }
h3 { font-size: 1.1em; }
h4 { font-size: 1em; }
p { margin: 0 0 0.8em; }
div[lang="ja"] > p { margin: 0; text-indent: 1em; }
html:lang(ja) h1, html:lang(ja) h2, html:lang(ja) h3, html:lang(ja) h4 { margin: 1em 0 0.6em; }
.section { font-size: 0.85em; letter-spacing: 0.04em; margin: 0 0 0.4em; }
.summary { font-weight: bold; }
.byline { font-style: italic; margin-bottom: 1em; }
html:lang(ja) .byline { font-style: normal; }
.head { text-align: center; }
.head h1, .head h2 { text-align: center; }
.masthead { font-size: 1.1em; letter-spacing: 0.2em; }
.cover { margin: 0; text-align: center; }
.cover img { max-height: 95vh; }
figure { margin: 1em 0; break-inside: avoid; }
img { max-width: 100%; height: auto; }
figcaption { font-size: 0.85em; line-height: 1.45; }
figcaption small { display: block; font-size: 0.9em; }
blockquote { margin: 1em 1.5em; font-style: italic; }
html:lang(ja) blockquote { font-style: normal; }
table { border-collapse: collapse; margin: 1em 0; font-size: 0.9em; line-height: 1.45; }
th, td { border: 1px solid; padding: 0.25em 0.5em; text-align: left; vertical-align: top; }
rt { font-size: 0.5em; }
nav ol { list-style: none; padding-left: 1em; }
`
