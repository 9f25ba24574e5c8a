import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPdf } from '../src/file.ts'
import { parsePlain } from '../src/parse.ts'
import { type PDFContext, PDFParser, PDFRawStream } from '../src/pdf-lib.ts'
import { writePdf } from '../src/write.ts'

/** A file of these objects, numbered from 1, the first its catalog, with a table of where they are. */
function fileOf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.4\n%âãÏÓ\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) text += `${String(offset).padStart(10, '0')} 00000 n \n`
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const readAll = (bytes: Uint8Array): Promise<PDFContext> =>
  PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, true).parseDocument()

/** Each object as it would be written. */
const printed = (context: PDFContext | undefined): string[] | undefined =>
  context
    ?.enumerateIndirectObjects()
    .map(([ref, object]) =>
      object instanceof PDFRawStream
        ? `${ref.toString()} ${object.dict.toString()} ${Buffer.from(object.contents).toString('latin1')}`
        : `${ref.toString()} ${object.toString()}`,
    )

const NAME = fc.stringMatching(/^[A-Za-z]([A-Za-z.+*@-]|#20|#2F){0,8}$/)
const SPACE = fc.constantFrom(' ', '\n', '\r\n', '  ', '%a note\n', '\t')
const { value } = fc.letrec<{ value: string; compound: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -9999, max: 99999 }).map(String),
    fc.double({ min: -1e4, max: 1e4, noNaN: true }).map((n) => n.toFixed(4)),
    fc.constantFrom('true', 'false', 'null', '2 0 R', '1 0 R', '-.5', '+7', '4.', '0012'),
    NAME.map((name) => `/${name}`),
    fc.stringMatching(/^([0-9A-F]{2})*$/).map((digits) => `<${digits}>`),
    fc
      .array(fc.constantFrom('a', 'é', '\\(', '\\)', '(b)', '\\\\', '\n'))
      .map((parts) => `(${parts.join('')})`),
    tie('compound'),
  ),
  compound: fc.oneof(
    fc.array(fc.tuple(SPACE, tie('value'))).map((items) => `[${items.flat().join('')} ]`),
    fc
      .uniqueArray(fc.tuple(NAME, SPACE, tie('value')), { selector: ([name]) => name })
      .map(
        (pairs) => `<<${pairs.map(([key, space, item]) => `/${key}${space}${item} `).join('')}>>`,
      ),
  ),
}))

describe('parsePlain', () => {
  test('reads whatever objects as pdf-lib does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 8 }), async (values) => {
        const bytes = fileOf([`<</Type/Catalog/Items[${values.join(' ')}]>>`, ...values])
        const found = printed(parsePlain(bytes))
        expect(found).toHaveLength(values.length + 1)
        expect(found).toEqual(printed(await readAll(bytes)))
      }),
      { seed: 7, numRuns: 200 },
    )
  })

  test('reads streams, by a length that stands elsewhere too', async () => {
    const bytes = fileOf([
      '<</Type/Catalog>>',
      '<</Length 9>>stream\nendstream\nendstream',
      '<</Length 4 0 R>>\nstream\r\na (b <<\r\nendstream',
      '7',
    ])
    const context = parsePlain(bytes)
    expect(printed(context)).toEqual(printed(await readAll(bytes)))
    expect(context?.trailerInfo.Root?.toString()).toBe('1 0 R')
  })

  test('leaves files of other kinds alone, and broken ones', async () => {
    const good = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>', '(c)']
    expect(parsePlain(fileOf(good))).toBeDefined()
    const packed = await writePdf(await readAll(fileOf(good)), 'packed')
    const text = fileOf(good).toString('latin1')
    const broken = [
      fileOf(good, '/Prev 9'),
      Buffer.from(packed),
      Buffer.from(text.replace('3 0 obj', '5 0 obj'), 'latin1'),
      Buffer.from(text.replace('(c)\nendobj', '(c)\nendbbj'), 'latin1'),
      Buffer.from(text.replace('(c)', '(c '), 'latin1'),
      Buffer.from(text.replace('(c)', '[1 '), 'latin1'),
      Buffer.from(text.replace('(c)', '1x7'), 'latin1'),
      Buffer.from(text.replace('(c)', '<0 '), 'latin1'),
      Buffer.from(text.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'),
      Buffer.from(text.slice(0, -40), 'latin1'),
      Buffer.from('%PDF-1.4\n'),
      Buffer.alloc(0),
    ]
    for (const bytes of broken) expect(parsePlain(bytes)).toBeUndefined()
    // Those go the long way.
    expect((await openPdf(packed)).pages).toEqual([])
  })
})
