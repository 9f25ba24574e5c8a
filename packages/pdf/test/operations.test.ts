import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../src/content/edit.ts'
import { readOperations } from '../src/content/operations.ts'
import { PDFName, PDFNumber } from '../src/pdf-lib.ts'

/** The operators of a stream with their operands, as text. */
function read(content: string): [string, string][] {
  const bytes = Buffer.from(content, 'latin1')
  return readOperations(bytes).map(({ name, start, end }) => {
    const text = bytes.subarray(start, end).toString('latin1')
    return [name === 'BI' ? '' : text.slice(0, -name.length).trim(), name]
  })
}

const operand = fc.oneof(
  fc.double({ min: -1e4, max: 1e4, noNaN: true }).map((value) => value.toFixed(4)),
  fc.integer().map(String),
  fc.constantFrom(
    '/F4',
    '/Span',
    '/G3',
    'true',
    'null',
    '<00ff>',
    '<< /MCID 3 /X (a) >>',
    '[ 1 2 ]',
  ),
  fc.string({ unit: fc.constantFrom(...'ab ()\\qQ%<>/[]\n') }).map((text) => {
    return `(${text.replace(/[()\\]/g, (c) => `\\${c}`)})`
  }),
  fc.constantFrom('(a(b)c)', '(\\051)', '()'),
)
const operator = fc.constantFrom(
  'q',
  'Q',
  'cm',
  're',
  'f*',
  "'",
  '"',
  'Tj',
  'TJ',
  'BDC',
  'd0',
  'W*',
)
const space = fc.constantFrom(' ', '\n', '\r\n', '\t', ' % comment q (\n')

describe('readOperations', () => {
  test('finds each operator with its operands', () => {
    const statement = fc.tuple(fc.array(operand, { maxLength: 4 }), operator, space)
    fc.assert(
      fc.property(fc.array(statement), (statements) => {
        const content = statements.map(
          ([operands, name, gap]) => `${operands.join(' ')} ${name}${gap}`,
        )
        const expected = statements.map(([operands, name]) => [operands.join(' '), name])
        expect(read(content.join(''))).toEqual(expected)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  test('passes over the samples of an inline image', () => {
    expect(read('BI /W 1 ID \x00q Q EIx EI Q').map(([, name]) => name)).toEqual(['BI', 'Q'])
  })

  test('takes two numbers before RG for numbers, and a stray bracket for nothing', () => {
    const [stroke, none] = readOperations(Buffer.from('0 0 0 RG ] /F4 9 Tf'))
    expect(stroke?.operands).toEqual([PDFNumber.of(0), PDFNumber.of(0), PDFNumber.of(0)])
    expect(none?.operands[0]).toBe(PDFName.of('F4'))
  })
})

describe('applyEdits', () => {
  test('inserts before it replaces, and keeps what lies between', () => {
    const edits = [
      { start: 2, end: 4, text: 'XY' },
      { start: 2, end: 2, text: '-' },
      { start: 6, end: 6, text: '!' },
    ]
    expect(Buffer.from(applyEdits(Buffer.from('abcdef'), edits)).toString()).toBe('ab-XYef!')
  })

  test('refuses edits that overlap', () => {
    const edits = [
      { start: 0, end: 3, text: '' },
      { start: 2, end: 4, text: '' },
    ]
    expect(() => applyEdits(Buffer.from('abcdef'), edits)).toThrow(RangeError)
  })
})
