import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followMarks } from '../src/check/marked.ts'
import { applyEdits } from '../src/content/edit.ts'
import { markContent } from '../src/content/mark.ts'
import type { About, Mark } from '../src/content/marking.ts'
import { readOperations } from '../src/content/operations.ts'
import { PDFRef } from '../src/pdf-lib.ts'

const FORM = PDFRef.of(7)

const about: About = {
  ownsMarks: (name) => name === 'Tagged',
  isEmphasis: () => true,
  isBlank: () => false,
  first: 0,
}

function mark(content: string): { out: string; marks: readonly Mark[]; untagged: number } {
  const bytes = Buffer.from(content, 'latin1')
  const { edits, marks, untagged } = markContent(readOperations(bytes), about)
  return { out: Buffer.from(applyEdits(bytes, edits)).toString('latin1'), marks, untagged }
}

function faults(content: string): readonly string[] {
  const bytes = Buffer.from(content, 'latin1')
  const form = (name: string): PDFRef | undefined => (name === 'Tagged' ? FORM : undefined)
  return followMarks(readOperations(bytes), form, (ref) => ref === FORM).faults
}

/** A stream without its marks, one operator after another. */
function unmarked(content: string): string {
  return content
    .replace(/\/\w+ ?<<[^>]*>> ?BDC|\/\w+ BMC|\bEMC\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('markContent', () => {
  test('makes an artifact of a running head, whole', () => {
    const head = 'q\n1 0 0 1 0 0 cm\nBT\n/F4 8 Tf\n(a) Tj\nET\nQ\n'
    expect(mark(head).out).toBe(
      'q\n1 0 0 1 0 0 cm\n/Artifact BMC\nBT\n/F4 8 Tf\n(a) Tj\nET\nEMC\nQ\n',
    )
  })

  test('closes a sequence in the graphics state where it began', () => {
    const late =
      'q\n/P <</MCID 5 >>BDC\nBT (a) Tj ET\nQ\nq\nEMC\n/P <</MCID 6 >>BDC\nBT (b) Tj ET\nEMC\nQ'
    const { out, marks } = mark(late)
    expect(faults(late)).not.toEqual([])
    expect(faults(out)).toEqual([])
    expect(marks.map(({ mcid, was }) => [mcid, was])).toEqual([
      [0, 5],
      [1, 6],
    ])
  })

  test('splits a sequence that goes on in another graphics state', () => {
    const { out, marks } = mark('q /P <</MCID 2>> BDC BT (a) Tj ET Q q BT (b) Tj ET EMC Q')
    expect(faults(out)).toEqual([])
    expect(marks.map(({ mcid, was }) => [mcid, was])).toEqual([
      [0, 2],
      [1, 2],
    ])
  })

  test('keeps replacement texts within their sequence', () => {
    const { out } = mark(
      '/P <</MCID 0>> BDC BT /Span <</ActualText <feff4e00>>> BDC (a) Tj EMC ET EMC',
    )
    expect(out).toMatch(/MCID 0.*BT \/Span.*BDC \(a\) Tj EMC ET/s)
    expect(faults(out)).toEqual([])
  })

  test('takes rules and emphasis dots out of the text, pictures not', () => {
    const { out, marks } = mark(
      '/P <</MCID 0>> BDC 0 0 9 9 re f EMC /P <</MCID 1>> BDC BT /F1 14 Tf (a) Tj ET BT /F1 7 Tf (.) Tj ET EMC ' +
        '/Figure <</MCID 2>> BDC 0 0 9 9 re f EMC',
    )
    expect(marks.map(({ was }) => was)).toEqual([1, 2])
    expect(out.match(/\/Artifact/g)).toHaveLength(2)
    expect(faults(out)).toEqual([])
  })

  test('leaves a form that brings its own tags outside of any sequence', () => {
    const { out } = mark('/P <</MCID 0>> BDC BT (a) Tj ET /Tagged Do BT (b) Tj ET EMC /Plain Do')
    expect(faults(out)).toEqual([])
    expect(out).toMatch('/Artifact BMC\n/Plain Do\nEMC')
  })

  test('counts the text that the tags leave out, spaces not', () => {
    const content = 'BT (head) Tj ET /P <</MCID 0>> BDC BT (a) Tj ET EMC BT (rt) Tj ET'
    expect(mark(content).untagged).toBe(1)
    const bytes = Buffer.from(content)
    expect(markContent(readOperations(bytes), { ...about, isBlank: () => true }).untagged).toBe(0)
  })

  test('tags numbers squeezed into a square, and says between what they stand', () => {
    const squeezed = 'q 3.105 0 0 3.125 0 0 cm BT (256) Tj ET Q'
    const content = `${squeezed} /P <</MCID 7>> BDC BT (a) Tj ET EMC ${squeezed} ${squeezed} /P <</MCID 9>> BDC BT (b) Tj ET EMC`
    const bytes = Buffer.from(content)
    const marking = markContent(readOperations(bytes), about)
    expect(marking.strays).toMatchObject([
      { mcid: 0, before: 7 },
      { mcid: 2, after: 7, before: 9 },
      { mcid: 3, after: 7, before: 9 },
    ])
    expect(marking.marks.map(({ mcid }) => mcid)).toEqual([1, 4])
    expect(marking.untagged).toBe(0)
    expect(faults(Buffer.from(applyEdits(bytes, marking.edits)).toString())).toEqual([])
  })

  test('works inside text objects too', () => {
    const { out, marks } = mark('BT (a) Tj /P <</MCID 4>> BDC (b) Tj EMC (c) Tj ET')
    expect(faults(out)).toEqual([])
    expect(marks).toHaveLength(1)
  })

  test('any stream comes out well marked, and paints the same', () => {
    const piece = fc.constantFrom(
      'BT /F1 9 Tf (a) Tj ET',
      'BT /F1 4 Tf (b) Tj ET',
      'BT /Span <</ActualText <feff4e00>>> BDC (c) Tj EMC ET',
      '0 0 9 9 re f',
      '0 0 m 9 9 l S',
      '0 0 9 9 re W* n',
      '1 0 0 1 2 3 cm',
      '0 g',
      '/Tagged Do',
      '/Plain Do',
      '/Sh1 sh',
      'q',
      'Q',
      'MARK',
      'PICTURE',
      'EMC',
    )
    let sound = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = balanced(pieces)
        const { out, marks } = mark(source)
        expect(faults(out)).toEqual([])
        expect(unmarked(out)).toBe(unmarked(source))
        expect(marks.map(({ mcid }) => mcid)).toEqual(marks.map((_, index) => index))
        if (faults(source).length === 0) sound++
      }),
      { seed: 2, numRuns: 1000 },
    )
    // The sources are ones that need the work.
    expect(sound).toBeLessThan(500)
  })
})

/** Closes what pieces leave open, the way the browser does: sequences do not nest, states do. */
function balanced(pieces: readonly string[]): string {
  let depth = 0
  let mcid = 0
  let isOpen = false
  const out: string[] = []
  for (const piece of pieces) {
    if (piece === 'Q' && depth === 0) continue
    if (piece === 'EMC' && !isOpen) continue
    if (piece === 'q') depth++
    if (piece === 'Q') depth--
    if (piece === 'EMC') isOpen = false
    if (piece === 'MARK' || piece === 'PICTURE') {
      if (isOpen) out.push('EMC')
      out.push(`/${piece === 'MARK' ? 'P' : 'Figure'} <</MCID ${mcid++} >>BDC`)
      isOpen = true
    } else out.push(piece)
  }
  return [...out, ...Array.from({ length: depth }, () => 'Q'), ...(isOpen ? ['EMC'] : [])].join(
    '\n',
  )
}
