import { describe, expect, it } from 'vitest'
import { expected, folders, read } from './support/fixtures.ts'

describe.each(folders)('%s', (folder) => {
  it('gives the text, and nothing but the text', async () => {
    for (const source of await read(folder)) {
      const name = source.witness === undefined ? 'expected.txt' : `expected.${source.witness}.txt`
      expect(source.text).toBe(expected(folder, name))
      expect(source.format).toBe(/^[a-z]+(?:-lines)?/u.exec(folder)?.[0])
    }
  })

  it('says what it sets aside', async () => {
    const [source] = await read(folder)
    if (source?.witness !== undefined) return
    const asides = (source?.map?.asides ?? []).map(
      ({ kind, text }) => `${kind} ${text.replaceAll(/\s+/gu, ' ')}\n`,
    )
    expect(asides.join('')).toBe(expected(folder, 'asides.txt'))
  })

  it('knows the place of every character in the file', async () => {
    for (const source of await read(folder)) {
      const runs = source.map?.runs ?? []
      expect(runs.map(({ start }) => start)).toEqual([
        0,
        ...runs.slice(0, -1).map(({ end }) => end),
      ])
      expect(runs.at(-1)?.end).toBe(source.points.length)
      for (const { part, from, to } of runs) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(source.map?.parts[part]?.length ?? 0)
      }
    }
  })

  it('gives characters as they stand, but for what is spelled otherwise', async () => {
    for (const source of await read(folder)) {
      for (const { start, end, part, from, to } of source.map?.runs ?? []) {
        if (end - start !== to - from) continue
        const name = source.map?.parts[part]?.name || source.file.replace(/#.*$/u, '')
        const there = Array.from(expected(folder, name)).slice(from, to).join('')
        const here = source.points.slice(start, end).join('')
        // A line end may stand for a space, and brackets of notes are full-width.
        const plain = (text: string): string =>
          text.replaceAll(/\s/gu, ' ').replaceAll('(', '（').replaceAll(')', '）')
        expect(plain(there)).toBe(plain(here))
      }
    }
  })
})
