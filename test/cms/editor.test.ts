import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getEnabledNodes, type LexicalRichTextAdapter } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { limitTexts } from '#cms/editor/door.server'
import { readPasted } from '#cms/editor/paste'
import { NODES } from '#cms/editor/nodes'
import { fromRichText, toRichText, validateTree } from '#cms/lexical'
import type { RichText } from '#richtext'
import { openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'
import { WORD } from './clipboard'

type State = Parameters<typeof toRichText>[0]

const paragraph = (text: string, more: Record<string, unknown> = {}) => ({
  type: 'paragraph',
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '', ...more }],
})
const state = (...children: unknown[]) => ({
  root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children },
})
const link = (url: string) => ({
  type: 'link',
  version: 3,
  id: '6b052ccd8f9b0e2f539c8e4f',
  direction: null,
  format: '',
  indent: 0,
  fields: { linkType: 'custom', newTab: false, url },
  children: [],
})

describe('the editor of texts', () => {
  let room: TestNewsroom
  let reporter: TestPerson

  beforeAll(async () => {
    room = await openTestNewsroom()
    reporter = await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk: await room.office('toa-soan') })
  })
  afterAll(() => room.stop())

  const adapter = (): LexicalRichTextAdapter => {
    const body = room.payload.collections.articles.config.fields.find((field) => 'name' in field && field.name === 'body')
    return (body as unknown as { editor: LexicalRichTextAdapter }).editor
  }
  const editor = () => {
    return createHeadlessEditor({
      nodes: getEnabledNodes({ editorConfig: adapter().editorConfig }),
      onError(error) {
        throw error
      },
    })
  }
  const through = (given: State): State => {
    const headless = editor()
    headless.setEditorState(headless.parseEditorState(given))
    return JSON.parse(JSON.stringify(headless.getEditorState().toJSON())) as State
  }
  const save = async (body: unknown) => {
    const written = await room.write(reporter, { title: 'Hoa dã quỳ' })
    const { id, rev } = written.body.article as { id: string; rev: number }
    const answer = await room.ask(reporter, 'PATCH', `/api/articles/${id}`, { rev, body })
    const { docs } = await room.payload.find({
      collection: 'articles',
      where: { id: { equals: id } },
      limit: 1,
      overrideAccess: true,
      depth: 0,
    })
    return { answer, stored: (docs[0] as unknown as { body: State }).body }
  }

  it('has exactly the nodes that the newsroom accepts', () => {
    const made = [...editor()._nodes.keys()].filter((type) => type !== 'artificial')
    expect(made.sort()).toEqual([...NODES.keys()].sort())
  })

  it('opens every text of ours and gives it back, accepted and unchanged', () => {
    const doc: RichText = [
      ...readPasted(WORD).doc,
      {
        kind: 'paragraph',
        children: [
          { kind: 'ruby', base: '大叻', reading: 'ダラット' },
          { kind: 'text', text: 'の花\t', marks: ['bold', 'underline'] },
        ],
      },
      { kind: 'figure', digest: 'a'.repeat(64), alt: 'Đội chiêng', caption: 'Đêm hội', credit: '' },
      { kind: 'quote', children: [{ kind: 'text', text: 'Tiếng chiêng', marks: [] }] },
      { kind: 'rule' },
    ]
    const back = through(fromRichText(doc, () => '4f0c2c1e'))
    validateTree(back)
    expect(toRichText(back, new Map([['4f0c2c1e', { digest: 'a'.repeat(64), alt: '', caption: '', credit: '' }]]))).toEqual(doc)
  })

  it('stores a text in its one form, whatever door it came through', async () => {
    const { answer, stored } = await save(
      state(paragraph('Lâm Ðồng'.normalize('NFD') + '\u202E', { style: 'color: red', format: 16 })),
    )
    expect(answer.status).toBe(200)
    expect(stored).toEqual(state(paragraph('Lâm Đồng')))
  })

  it.each([
    ['a javascript: link', state({ ...paragraph('a'), children: [link('javascript:alert(1)')] }), 400, 'text.link'],
    [
      'a link to a foreign host without a scheme',
      state({ ...paragraph('a'), children: [link('//evil.example')] }),
      400,
      'text.link',
    ],
    ['an unknown node', state({ type: 'iframe', version: 1, src: 'https://evil.example' }), 400, 'text.invalid'],
    ['30,000 nodes', state(...Array.from({ length: 15_000 }, () => paragraph('a'))), 400, 'text.tooMany'],
  ])('refuses %s with words and its code, and stores nothing', async (_situation, body, status, code) => {
    const { answer, stored } = await save(body)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(JSON.stringify(stored ?? null)).not.toMatch(/javascript|evil|iframe/)
  })

  it.each<[number, number, string]>([
    [100, 400, 'text.tooDeep'],
    [100_000, 413, 'request.tooLarge'],
  ])('refuses a text %i levels deep, and lives', async (levels, status, code) => {
    const { id, rev } = (await room.write(reporter, { title: 'Vực sâu' })).body.article as { id: string; rev: number }
    const answer = await fetch(`${room.url}/api/articles/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', authorization: `JWT ${await room.tokenOf(reporter)}` },
      body: `{"rev":${rev},"body":${deep(levels)}}`,
    })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code])
  })

  it('guards every field that it is the editor of, by itself', async () => {
    const [door] = adapter().editorConfig.features.hooks.beforeValidate ?? []
    const ask = async (value: unknown, data: unknown, originalDoc?: unknown): Promise<unknown> =>
      door?.({ value, data, originalDoc } as never)
    const icelandic = state(paragraph('Ðor'))
    expect(await ask(icelandic, { language: 'vi' })).toEqual(state(paragraph('Đor')))
    expect(await ask(icelandic, {}, { language: 'vi' })).toEqual(state(paragraph('Đor')))
    expect(await ask(icelandic, { language: 'en' }, {})).toEqual(icelandic)
    expect(await ask(icelandic, undefined)).toEqual(icelandic)
    expect(await ask(undefined, {})).toBeUndefined()
    expect(await ask(null, {})).toBeNull()
    await expect(ask(state({ type: 'iframe' }), {})).rejects.toMatchObject({
      status: 400,
      data: { code: 'text.invalid', facts: { path: 'root.children[0]' } },
    })
  })

  it('is asked before Payload copies what was sent', () => {
    const ask = (data: unknown) =>
      limitTexts({ args: { data } } as unknown as Parameters<typeof limitTexts>[0]) as { data: unknown }
    expect(() => ask({ title: 'Vực sâu', body: JSON.parse(deep(50_000)) as unknown })).toThrow(
      expect.objectContaining({ status: 400 }),
    )
    expect(ask({ title: 'Hoa', body: state(paragraph('a')) }).data).toEqual({ title: 'Hoa', body: state(paragraph('a')) })
    expect(ask(undefined).data).toBeUndefined()
  })
})

const deep = (levels: number): string =>
  `{"root":{"type":"root","version":1,"children":[${'{"type":"list","version":1,"listType":"bullet","children":[{"type":"listitem","version":1,"children":['.repeat(levels / 2)}${']}]}'.repeat(levels / 2)}]}}`
