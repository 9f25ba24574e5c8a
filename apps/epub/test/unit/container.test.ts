import * as fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { ContainerSizeError, container } from '../../src/container.ts'
import { readZip } from '../support/zip.ts'

const DATE = new Date(Date.UTC(2024, 4, 1, 13, 7, 42))
const NOON = new Date(Date.UTC(2024, 4, 1, 12))
const text = (s: string) => new TextEncoder().encode(s)

test('another reader of archives finds every file, its date and its bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), fc.uint8Array({ maxLength: 3000 }))),
      async (files) => {
        const entries = files.map(([stored, bytes], i) => ({
          name: `OEBPS/${i}.bin`,
          bytes,
          stored,
        }))
        const zip = await JSZip.loadAsync(container(entries, DATE), { checkCRC32: true })
        expect(Object.keys(zip.files)).toEqual(entries.map((e) => e.name))
        for (const { name, bytes } of entries) {
          const file = zip.file(name)
          expect(file?.date).toEqual(NOON)
          expect(await file?.async('uint8array')).toEqual(bytes)
        }
      },
    ),
    { seed: 6, numRuns: 40 },
  )
})

test('files stand in the order given, stored or deflated as asked, without extra fields', () => {
  const long = text('校'.repeat(500))
  const entries = readZip(
    container(
      [
        { name: 'mimetype', bytes: text('application/epub+zip'), stored: true },
        { name: 'b.xhtml', bytes: long },
        { name: 'a.xhtml', bytes: long, stored: false },
      ],
      DATE,
    ),
  )
  expect(entries.map((e) => [e.name, e.method, e.extra])).toEqual([
    ['mimetype', 0, 0],
    ['b.xhtml', 8, 0],
    ['a.xhtml', 8, 0],
  ])
})

test('names that old readers would garble are refused', () => {
  expect(() => container([{ name: '目录.xhtml', bytes: text('') }], DATE)).toThrow(/ASCII/)
})

test('more files than the format counts are refused', () => {
  const entries = Array.from({ length: 65_536 }, (_, i) => ({ name: `${i}.a`, bytes: text('') }))
  expect(() => container(entries, DATE)).toThrow(ContainerSizeError)
})
