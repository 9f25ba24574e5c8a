import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { fileRows } from '../../src/account/file-rows.ts'
import { rawFile, readFileAs } from '../../src/read/index.ts'

/**
 * One folder for each reader, or for each dialect that it reads: a file, the text that it must give (for each
 * witness, where it holds several) and what it must set aside, a line each.
 */
const FIXTURES = join(import.meta.dirname, '../fixtures/readers')

const ours = (name: string): boolean => /^(?:expected|asides|README)\b/u.test(name)

async function read(folder: string): Promise<readonly Source[]> {
  const names = readdirSync(join(FIXTURES, folder), { withFileTypes: true })
  const [file] = names.filter((entry) => entry.isFile() && !ours(entry.name))
  const bytes = (path: string): Uint8Array | undefined => {
    const place = join(FIXTURES, folder, path)
    return existsSync(place) ? readFileSync(place) : undefined
  }
  const name = file?.name ?? ''
  const raw = rawFile(name, bytes(name) ?? new Uint8Array(), { other: bytes })
  return (await readFileAs(raw, '甲')).sources
}

const expected = (folder: string, name: string): string =>
  readFileSync(join(FIXTURES, folder, name), 'utf8')

describe.each(readdirSync(FIXTURES))('%s', (folder) => {
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

  it('lets the ledger tile the file', async () => {
    for (const source of await read(folder)) {
      const whole = { file: source.file, start: 0, end: source.points.length, work: 'a', block: 1 }
      const rows = fileRows(source, [{ ...whole, role: 'text' }])
      for (const [index, part] of (source.map?.parts ?? []).entries()) {
        const own = rows.filter(({ file }) =>
          part.name === '' ? file === source.file : file.endsWith(` (${part.name})`),
        )
        expect(
          own.map(({ start }) => start),
          `part ${index}`,
        ).toEqual([0, ...own.slice(0, -1).map(({ end }) => end)])
        expect(own.at(-1)?.end).toBe(part.length)
      }
    }
  })
})
