/** Text from outside is untrusted, also from a newsroom that signs: what a page shows is what this lets through. */
import sanitizeHtml from 'sanitize-html'

/** `mediaOrigin`: the only host whose pictures are shown. */
export const sanitise = (body: string, mediaOrigin: string) =>
  sanitizeHtml(body, {
    allowedTags: [
      ...[
        'p',
        'h2',
        'h3',
        'h4',
        'ul',
        'ol',
        'li',
        'blockquote',
        'hr',
        'br',
        'a',
        'strong',
        'em',
        'b',
        'i',
        'u',
        's',
        'sub',
        'sup',
        'span',
      ],
      ...['ruby', 'rt', 'rp', 'figure', 'figcaption', 'img', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
      ...['section', 'div', 'cite', 'small', 'time', 'abbr'],
    ],
    allowedAttributes: {
      '*': ['lang'],
      a: ['href', 'rel'],
      img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading'],
      th: ['colspan', 'rowspan', 'scope'],
      td: ['colspan', 'rowspan'],
      ol: ['start'],
      time: ['datetime'],
      p: ['class'],
    },
    // The newsroom marks its correction line; no other class means anything here.
    allowedClasses: { p: ['correction'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: 64,
    transformTags: {
      // The page has one first heading, and that is the title.
      h1: 'h2',
      a: (tagName, { href = '', lang }) => ({
        tagName,
        attribs: { ...(/^(?:https?|mailto):/i.test(href.trim()) ? { href, rel: 'noopener' } : {}), ...(lang ? { lang } : {}) },
      }),
      img: (tagName, { srcset, ...attribs }) => ({
        tagName,
        attribs: { ...attribs, loading: 'lazy', ...(srcset && allFromOrigin(srcset, mediaOrigin) ? { srcset } : {}) },
      }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !fromOrigin(attribs['src'], mediaOrigin),
  })

const allFromOrigin = (srcset: string, origin: string) =>
  srcset.split(',').every((candidate) => fromOrigin(candidate.trim().split(/\s/)[0], origin))

export const fromOrigin = (href: string | undefined, origin: string) =>
  href !== undefined && URL.canParse(href) && new URL(href).origin === origin && /^https?:$/.test(new URL(href).protocol)
