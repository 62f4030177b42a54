/** What a code stands for, in words. Pure. */
import type { Code } from '#translation/segment'
import { wordFor, type Say } from '../words'

export const codeName = ({ node }: Code, say: Say): string => {
  switch (node.kind) {
    case 'marks':
      return node.marks.map((mark) => wordFor(say, 'translation.code', mark)).join(', ')
    case 'link':
      return say('translation.code.link', { address: node.href })
    case 'break':
      return say('translation.code.break')
    case 'ruby':
      return say('translation.code.ruby', { base: node.base, reading: node.reading })
  }
}
