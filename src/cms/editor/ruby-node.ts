/** A word with its reading above it (HTML `<ruby>`): one thing in the text, selected and deleted as a whole. */
import {
  $applyNodeReplacement,
  DecoratorNode,
  type DOMConversionMap,
  type DOMExportOutput,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
  type Spread,
} from '@payloadcms/richtext-lexical/lexical'

export type SerializedRubyNode = Spread<{ base: string; reading: string; type: 'ruby'; version: 1 }, SerializedLexicalNode>

export class RubyNode extends DecoratorNode<null> {
  __base: string
  __reading: string

  constructor(base: string, reading: string, key?: NodeKey) {
    super(key)
    this.__base = base
    this.__reading = reading
  }

  static override getType(): string {
    return 'ruby'
  }

  static override clone(node: RubyNode): RubyNode {
    return new RubyNode(node.__base, node.__reading, node.__key)
  }

  static override importJSON({ base, reading }: SerializedRubyNode): RubyNode {
    return $createRubyNode(base, reading)
  }

  static override importDOM(): DOMConversionMap | null {
    return { ruby: () => ({ conversion: (element) => ({ node: rubiesIn(element) }), priority: 1 }) }
  }

  override exportJSON(): SerializedRubyNode {
    return { ...super.exportJSON(), type: 'ruby', version: 1, base: this.getBase(), reading: this.getReading() }
  }

  override exportDOM(): DOMExportOutput {
    return { element: rubyElement(this.getBase(), this.getReading()) }
  }

  override createDOM(): HTMLElement {
    return rubyElement(this.__base, this.__reading)
  }

  override updateDOM(previous: this): boolean {
    return previous.__base !== this.__base || previous.__reading !== this.__reading
  }

  override decorate(): null {
    return null
  }

  override isInline(): true {
    return true
  }

  // What is copied as plain text or counted is what is read: the base.
  override getTextContent(): string {
    return this.getBase()
  }

  getBase(): string {
    return this.getLatest().__base
  }

  getReading(): string {
    return this.getLatest().__reading
  }

  setWords(base: string, reading: string): void {
    const writable = this.getWritable()
    writable.__base = base
    writable.__reading = reading
  }
}

export const $createRubyNode = (base: string, reading: string): RubyNode => $applyNodeReplacement(new RubyNode(base, reading))

export const $isRubyNode = (node: LexicalNode | null | undefined): node is RubyNode => node instanceof RubyNode

function rubyElement(base: string, reading: string): HTMLElement {
  const ruby = document.createElement('ruby')
  const part = (tag: 'rp' | 'rt', text: string) => {
    const element = document.createElement(tag)
    element.textContent = text
    return element
  }
  // For readers without ruby: 大叻（ダラット）.
  ruby.append(base, part('rp', '（'), part('rt', reading), part('rp', '）'))
  return ruby
}

/** `<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>` is two words with a reading each. */
function rubiesIn(element: Node): RubyNode[] {
  const rubies: RubyNode[] = []
  let base = ''
  element.childNodes.forEach((child) => {
    const tag = child.nodeName.toLowerCase()
    const text = (child.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (tag === 'rt' && base && text) {
      rubies.push($createRubyNode(base, text))
      base = ''
    } else if (tag !== 'rt' && tag !== 'rp') {
      base += text
    }
  })
  return rubies
}
