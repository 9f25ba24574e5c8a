import { describe, expect, it } from 'vitest'
import { rawFile, readFileAs } from '../src/index.ts'

const read = async (file: string, text: string) => {
  const { sources } = await readFileAs(rawFile(file, Buffer.from(text)), '甲')
  const [source] = sources
  if (source === undefined) throw new Error('nothing read')
  const notes = (source.map?.asides ?? []).flatMap(({ note, at }) =>
    note === undefined ? [] : [{ ...note, behind: source.points.slice(0, at).at(-1) }],
  )
  return { text: source.text, notes }
}

describe('notes that signs call', () => {
  it.each([
    ['[1]', '[2]', '[1] ', '[2] '],
    ['①', '②', '①', '② '],
    ['〔一〕', '〔二〕', '〔一〕', '〔二〕'],
    ['<sup>1</sup>', '<sup>2</sup>', '<sup>1</sup> ', '<sup>2</sup> '],
    ['<sup>[1]</sup>', '<sup>[2]</sup>', '[1] ', '[2] '],
    ['（注1）', '（注2）', '（注1）', '（注2）'],
  ])('are set aside, each with its call: %s', async (one, two, first, second) => {
    const text = `井\n\n村口有一眼井${one}，水很甜。${two}\n\n${first}井在东头。\n${second}今已干涸，\n无人汲水。\n`
    for (const file of ['a.txt', 'a.md']) {
      const found = await read(file, text)
      expect(found.text.trim()).toBe('井\n\n村口有一眼井，水很甜。')
      expect(found.notes.map(({ words }) => words)).toEqual([
        undefined,
        undefined,
        '井在东头。',
        '今已干涸，无人汲水。',
      ])
      expect(found.notes.slice(0, 2).map(({ behind }) => behind)).toEqual(['井', '。'])
    }
  })

  it.each([
    // What is listed in a sentence and said at length below is no note.
    '规矩有三条：①先到，②先修，③不赊。\n\n①先到的人坐着等。\n②先修的人先付钱。\n③不赊账。\n',
    // A sign that nothing calls, or that two places call, is text.
    '村口有一眼井，水很甜。\n\n①井在东头。\n',
    '村口[1]有一眼井[1]，水很甜。\n\n[1] 井在东头。\n',
    '村口[2]有一眼井[1]，水很甜。\n\n[1] 井在东头。\n[2] 村在西头。\n',
  ])('are text where it is not sure: %s', async (text) => {
    const found = await read('a.txt', text)
    expect(found.text).toBe(text)
    expect(found.notes).toEqual([])
  })
})
