import { describe, expect, it } from 'vitest'
import { rawFile, readFileAs } from '../../../readers/src/index.ts'
import { folders, read } from '../../../readers/test/support/fixtures.ts'
import { epub } from '../../../readers/test/support/packed.ts'
import { fileRows } from '../../src/account/file-rows.ts'
import { ledgerTsv } from '../../src/export/ledger.ts'

describe.each(folders)('%s', (folder) => {
  it('is tiled by the ledger', async () => {
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

it('tiles each document of an EPUB', async () => {
  const { sources } = await readFileAs(rawFile('a.epub', epub()), '甲')
  const [source] = sources
  if (source === undefined) throw new Error('nothing read')
  const row = {
    file: source.file,
    start: 0,
    end: source.points.length,
    work: 'a',
    block: 1,
    role: 'text',
  } as const
  const rows = ledgerTsv([row], [source]).split('\n').slice(1, -1)
  const own = rows.filter((line) => line.includes('二.xhtml'))
  expect(own.map((line) => line.split('\t').slice(1, 4).join(' '))).toEqual([
    '0 15 markup',
    '15 17 text',
    '17 21 markup',
    '21 22 text',
    '22 27 markup',
    '27 29 text',
    '29 47 markup',
  ])
})
