import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { toMarkdown, toPlainText } from '../src/index.ts'
import { plain } from '../src/main.ts'
import { LETTER } from '../../../packages/command/test/edition.ts'

interface Node {
  readonly type: string
  readonly value?: string
  readonly identifier?: string
  readonly children?: readonly Node[]
}

const read = (markdown: string): Node =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

const textOf = (node: Node): string =>
  node.type === 'break' ? '/' : (node.value ?? (node.children ?? []).map(textOf).join(''))

const all = (node: Node, type: string): Node[] => [
  ...(node.type === type ? [node] : []),
  ...(node.children ?? []).flatMap((child) => all(child, type)),
]

describe('plain text', () => {
  it('has a line for each block, and the title first', () => {
    expect(toPlainText(LETTER)).toBe(
      '匠人书\n\n匠人书\n他对木工很有耐心，*不*多言。\n刨花如雪斫音灼。\n斧斤丁丁\n木屑飞飞\n一尺\n二尺\n名\t数\n笔\t三|四\n',
    )
  })
})

describe('Markdown', () => {
  const markdown = toMarkdown(LETTER)
  const tree = read(markdown)

  it('says what the text says: no sign of it is taken for markup', () => {
    expect(all(tree, 'heading').map(textOf)).toEqual(['匠人书', '匠人书'])
    expect(all(tree, 'paragraph').map(textOf)).toEqual(
      expect.arrayContaining(['他对木工很有耐心，*不*多言。', '斧斤丁丁/木屑飞飞', '一尺', '二尺']),
    )
    expect(all(tree, 'emphasis')).toEqual([])
    expect(all(tree, 'tableCell').map(textOf)).toEqual(['名', '数', '笔', '三|四'])
  })

  it('has each entry of the apparatus as a footnote, called where it belongs', () => {
    const calls = all(tree, 'footnoteReference').map(({ identifier }) => identifier)
    const notes = all(tree, 'footnoteDefinition')
    expect(calls).toEqual(['1', '2'])
    expect(notes.map(({ identifier }) => identifier)).toEqual(calls)
    expect(notes.map(textOf)[0]).toMatch(/^〔一〕.*心.*乙.*必/u)
    expect(notes.map(textOf)[1]).toMatch(/^〔二〕.*如雪.*似云/u)
    expect(markdown).toContain('耐心[^1]')
  })

  it('leaves no link into a book that is not there', () => {
    expect(all(tree, 'link')).toEqual([])
  })

  it('is the same for the same tree', () => {
    expect(toMarkdown(structuredClone(LETTER))).toBe(markdown)
  })
})

describe('the command', () => {
  it('writes what is asked for', async () => {
    const files = await plain.render(LETTER, { markdown: 'a.md' })
    expect(files.map(({ path }) => path)).toEqual(['a.md'])
  })
})
