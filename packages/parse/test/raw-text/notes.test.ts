import { isCalledNote, leafBlocks, toText, type Work } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { parseEdition } from '../../src/config/edition.ts'
import { leftOut } from '../../src/export/left-out.ts'
import { textOf } from '../../src/export/text.ts'
import { collateEdition, type EditionResult } from '../../src/pipeline.ts'
import { rawFile, readFileAs } from '../../../readers/src/index.ts'
import { BODY } from './edition.ts'

const paragraphs = BODY.split('\n\n').map((p) => p.trim())
const LAST = '河上的桥早就没有了，只有书市还在。'

const MARKDOWN = `# 渡口

${paragraphs.join('\n\n')}

河上的桥[^1]早就没有了，只有书市还在。[^b]

[^1]: 选自《镇志》增刊。
[^b]: 1923年设，
    今已不办。
`
const HTML = `<html><body><h1>渡口</h1>${paragraphs.map((p) => `<p>${p}</p>`).join('')}
<p>河上的桥<sup><a href="#n1" id="r1">[1]</a></sup>早就没有了，只有书市还在。<a href="#n2" id="r2">②</a></p>
<section role="doc-endnotes"><h2>注</h2><ol><li id="n1">选自《镇志》增刊。<a href="#r1">↩</a></li>
<li id="n2"><p><a href="#r2">②</a> 1923年设，今已不办。</p></li></ol></section></body></html>`
const PLAIN = `渡口\n\n${paragraphs.join('\n\n')}\n\n${LAST}\n`

async function editionOf(files: Readonly<Record<string, string>>): Promise<EditionResult> {
  const read = await Promise.all(
    Object.entries(files).map(async ([file, text], index) => {
      const siglum = '甲乙丙'[index] ?? ''
      const { sources } = await readFileAs(rawFile(file, Buffer.from(text)), siglum)
      return { file, siglum, sources }
    }),
  )
  const yaml = `title: 试
language: zh-Hans-CN
date: 2024-01-01
witnesses:
${read.map(({ file, siglum }) => `  - { siglum: ${siglum}, description: 本, kind: web, files: [{ file: ${file} }] }`).join('\n')}
works:
  - { id: w, title: 渡口, files: all }
`
  const config = parseEdition(yaml, 'edition.yaml')
  const sources = read.flatMap((r) => r.sources)
  return collateEdition({ id: 'notes', config, sources, rulings: [] })
}

const workOf = ({ edition }: EditionResult): Work => {
  const [work] = edition.children
  if (work === undefined) throw new Error('no work')
  return work
}
/** The last paragraph with its calls, and the notes. */
const printed = (work: Work): { text: string; notes: string[] } => {
  const blocks = [...leafBlocks(work)].map(({ node }) => node)
  const last = blocks.findLast((node) => !isCalledNote(node))
  const notes = blocks.filter(isCalledNote).map(toText)
  return { text: last === undefined ? '' : toText(last), notes }
}

describe('notes of the sources', () => {
  it.each([
    ['Markdown', { 'a.md': MARKDOWN }],
    ['HTML', { 'a.html': HTML }],
  ])('of %s are called in the text and follow it', async (_, files) => {
    const result = await editionOf(files)
    expect(printed(workOf(result))).toEqual({
      text: '河上的桥①早就没有了，只有书市还在。②',
      notes: ['①选自《镇志》增刊。', '②1923年设，今已不办。'],
    })
    expect(leftOut(result).filter(({ text }) => /镇志|1923|\[\^/u.test(text))).toEqual([])
  })

  it('are no part of the reading text', async () => {
    const result = await editionOf({ 'a.md': MARKDOWN, 'b.txt': PLAIN })
    expect(textOf(workOf(result)).trim().split('\n').at(-1)).toBe(LAST)
    expect(result.decided.decisions).toEqual([])
  })

  it('are one where witnesses have the same, and say whose they are where not all do', async () => {
    const both = workOf(await editionOf({ 'a.md': MARKDOWN, 'b.html': HTML }))
    expect(both.children.filter(isCalledNote).map(({ sigla }) => sigla)).toEqual([
      undefined,
      undefined,
    ])
    const one = workOf(await editionOf({ 'a.md': MARKDOWN, 'b.txt': PLAIN }))
    expect(one.children.filter(isCalledNote).map(({ sigla }) => sigla)).toEqual([['甲'], ['甲']])
    const other = HTML.replace('选自《镇志》增刊。', '选自《县志》。')
    const apart = workOf(await editionOf({ 'a.md': MARKDOWN, 'b.html': other }))
    expect(printed(apart).notes.toSorted()).toEqual(
      ['①选自《县志》。', '②选自《镇志》增刊。', '③1923年设，今已不办。'].toSorted(),
    )
  })

  it('that nothing calls are left out, and told', async () => {
    const result = await editionOf({ 'a.md': `${MARKDOWN}[^9]: 无人提起。\n` })
    expect(printed(workOf(result)).notes).toHaveLength(2)
    expect(leftOut(result)).toMatchObject([{ kind: 'note', text: '[^9]: 无人提起。' }])
  })
})
