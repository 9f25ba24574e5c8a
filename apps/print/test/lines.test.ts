import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines } from '../src/lines/break.ts'
import { latinRoom } from '../src/lines/latin-room.ts'
import type { Item, Line } from '../src/lines/model.ts'
import { mayTurn, rowsOf, secondRow } from '../src/lines/rows.ts'
import { hasGap, mayPart, piecesOf } from '../src/lines/text.ts'
import { isTrimmed } from '../src/lines/trim.ts'

const EM = 10

/** The items of a text set in squares, Latin letters half as wide. */
function itemsOf(text: string): Item[] {
  const pieces = piecesOf(text).map(({ kind, from, to }) => ({ kind, text: text.slice(from, to) }))
  return pieces.map((piece, at): Item => {
    const before = pieces[at - 1]
    const isSquare = piece.kind !== 'word' && piece.kind !== 'space'
    const half = /^(opening|closing|point|exclaiming)$/.test(piece.kind) ? EM / 2 : 0
    return {
      ...piece,
      width: [...piece.text].length * (isSquare ? EM : EM / 2),
      blank: half,
      gap: before !== undefined && hasGap(before, piece) ? EM / 8 : 0,
      lead: 0,
      breaks: before !== undefined && mayPart(before, piece),
    }
  })
}

function lines(text: string, characters: number, indent = 0): string[] {
  const items = itemsOf(text)
  return broken(items, characters, indent).map(({ from, to }) => {
    return items
      .slice(from, to)
      .map((i) => i.text)
      .join('')
      .trim()
  })
}

const broken = (items: readonly Item[], characters: number, indent = 0): Line[] =>
  breakLines(items, { length: characters * EM, indent: indent * EM, em: EM })

describe('pieces of a text', () => {
  test('are characters with what combines, words, marks, long marks', () => {
    const text = '他说：“the moon——60％”。'
    expect(piecesOf(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      '他',
      '说',
      '：',
      '“',
      'the',
      ' ',
      'moon',
      '——',
      '60',
      '％',
      '”',
      '。',
    ])
  })

  test('keep an apostrophe within its word, a quotation mark out of it', () => {
    const said = (text: string) => piecesOf(text).map(({ from, to }) => text.slice(from, to))
    expect(said('‘O’Neill’说')).toEqual(['‘', 'O’Neill', '’', '说'])
  })

  test('make up the text, whatever it says', () => {
    const part = fc.constantFrom(
      '春',
      '，',
      '“',
      '”',
      'a',
      '-',
      ' ',
      '1',
      '…',
      '　',
      '𠮷',
      '。',
      '～',
      '\u00a0',
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('')
        expect(
          piecesOf(text)
            .map(({ from, to }) => text.slice(from, to))
            .join(''),
        ).toBe(text)
      }),
      { seed: 11 },
    )
  })
})

describe('breakLines', () => {
  test('takes a character in by halving marks, before it loosens the line', () => {
    const items = itemsOf('春江，潮水连海平海，上明月共潮生滟滟随波千万里')
    const [first] = broken(items, 10)
    expect(first).toMatchObject({ from: 0, to: 11, halved: [2, 9], slack: 0 })
    // Brackets give up theirs first, the end of a sentence last.
    const [other] = broken(itemsOf('春。江“潮水”连海平海上明月共潮生滟滟随波千万'), 11.5)
    expect(other).toMatchObject({ to: 12, halved: [3], slack: 0 })
  })

  test('wins a single character of a last line back, by halving or by sending another down', () => {
    expect(lines('春江，潮水连海平，上月', 10)).toEqual(['春江，潮水连海平，上月'])
    const text = '春江潮水连海平上明月共潮生滟滟随波千万里何处'
    expect(lines(text, [...text].length - 1)[1]).toHaveLength(2)
  })

  test('gives Latin spaces and gaps their room before a line is loosened', () => {
    const items = itemsOf('春江 moon 潮水连海平上明月共潮生')
    const { spaces, gaps } = latinRoom(items, { from: 0, to: items.length }, EM)
    // Two spaces of half an em are as wide as they go; no Han stands beside the word.
    expect([spaces, gaps]).toEqual([0, 0])
    const beside = itemsOf('春江moon潮水')
    expect(latinRoom(beside, { from: 0, to: beside.length }, EM).gaps).toBeCloseTo(
      2 * EM * (1 / 3 - 1 / 8),
    )
  })

  test('keeps numbers with their units, and signs between numbers off the head of a line', () => {
    expect(lines('春江潮水连海平1936年', 9).join('|')).not.toMatch(/1936\|年/)
    expect(lines('春江潮水连海平一9～10页', 9).join('|')).not.toMatch(/\|～/)
  })

  test('begins and ends no line with what may not stand there, loses nothing, overruns no line', () => {
    const part = fc.constantFrom(
      '春',
      '江',
      '月',
      '，',
      '。',
      '“',
      '”',
      '《',
      '》',
      '！',
      '——',
      'moon',
      ' ',
      '12',
      '年',
    )
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 80 }),
        fc.integer({ min: 12, max: 30 }),
        (parts, size) => {
          const items = itemsOf(parts.join(''))
          const found = broken(items, size)
          expect(found.map(({ from, to }) => to - from).reduce((a, b) => a + b, 0)).toBe(
            items.length,
          )
          const heads = found.slice(1).map((line) => items[line.from]?.breaks)
          expect(heads.filter((breaks) => breaks !== true)).toEqual([])
          const whole = found.filter(({ from, slack, halved }) => {
            const kind = items[from]?.kind
            return (
              slack > 0 && kind !== undefined && isTrimmed(kind, 'head') && !halved.includes(from)
            )
          })
          expect(whole).toEqual([])
        },
      ),
      { seed: 12, numRuns: 300 },
    )
  })
})

describe('two rows of a note', () => {
  const cellsOf = (text: string) =>
    [...text].map((letter) => ({ text: letter, width: /[\d a-z]/.test(letter) ? 0.5 : 1 }))
  const rows = (text: string): string[] => {
    const second = secondRow(cellsOf(text))
    return [[...text].slice(0, second).join(''), [...text].slice(second).join('')]
  }

  test('are equally long, or the first a little longer', () => {
    expect(rows('一二三四')).toEqual(['一二', '三四'])
    expect(rows('一二三')).toEqual(['一二', '三'])
    expect(rows('一')).toEqual(['一', ''])
    expect(rows('1234 6789一二三四')).toEqual(['1234 6789', '一二三四'])
  })

  test('begin with no mark that closes, end with none that opens, and divide no word', () => {
    expect(rows('罕者，希也。')).toEqual(['罕者，', '希也。'])
    expect(rows('他说“好”')).toEqual(['他说', '“好”'])
    expect(rows('一二1200三')).toEqual(['一二', '1200三'])
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('一', '二', '，', '。', '“', '”', '1'), { maxLength: 12 }),
        (letters) => {
          const second = secondRow(cellsOf(letters.join('')))
          expect(second).toBeGreaterThanOrEqual(0)
          expect(second).toBeLessThanOrEqual(letters.length)
        },
      ),
      { seed: 3 },
    )
  })
})

describe('lines with notes of two rows', () => {
  const SMALL = EM * 0.6
  /** Items of a text with a note after it. */
  const noted = (text: string, note: string): Item[] => {
    const letters = [...note].map((letter, at): Item => {
      const width = /[\d ]/.test(letter) ? SMALL / 2 : SMALL
      const breaks = mayTurn(at === 0 ? (text.at(-1) ?? '') : (note[at - 1] ?? ''), letter)
      return { kind: 'letter', text: letter, width, blank: 0, gap: 0, lead: 0, breaks, note: 1 }
    })
    return [...itemsOf(text), ...letters]
  }
  const partsOf = (items: readonly Item[], found: readonly Line[]) =>
    found.map(({ from, to }) => items.slice(from, to).filter(({ note }) => note !== undefined))

  test('have room for the longer row, whatever the widths of its characters', () => {
    // Of half the widths of all characters together the first row would stand out by a part of one.
    const items = noted('一二三四五六七八九', '全书卷')
    const rows = rowsOf(items.slice(9))
    expect(Math.max(...rows.lengths)).toBeGreaterThan((rows.lengths[0] + rows.lengths[1]) / 2 + 2)
    const [first] = broken(items, 9 + Math.max(...rows.lengths) / EM)
    expect(first?.to).toBe(items.length)
    const [tight] = broken(items, 9 + (Math.max(...rows.lengths) - 1) / EM)
    expect(tight?.to).toBeLessThan(items.length)
  })

  test('turn over nowhere before a mark that closes, or within a number', () => {
    const note = '甲，乙；丙丁（戊）己。庚辛12345壬癸，'.repeat(4)
    const items = noted('一二三', note)
    for (const characters of [8, 9, 10, 11, 12, 13]) {
      const found = broken(items, characters)
      const parts = partsOf(items, found)
      expect(parts.length).toBeGreaterThan(2)
      for (const part of parts) {
        const text = part.map((item) => item.text).join('')
        expect(text).not.toMatch(/^[，；。）]|（$/)
        const { second, lengths } = rowsOf(part)
        expect([...text].slice(second).join('')).not.toMatch(/^[，；。）]/)
        expect(Math.max(...lengths)).toBeLessThanOrEqual(characters * EM + 0.1)
      }
    }
  })
})

describe('marks in a row', () => {
  test('are not parted', () => {
    const kinds = piecesOf('好？！')
    expect(kinds.map(({ from, to }) => '好？！'.slice(from, to))).toEqual(['好', '？', '！'])
    const [han, ask, call] = kinds.map((p) => ({
      kind: p.kind,
      text: '好？！'.slice(p.from, p.to),
    }))
    if (han === undefined || ask === undefined || call === undefined) throw new Error('no pieces')
    expect([mayPart(han, ask), mayPart(ask, call), mayPart(call, han)]).toEqual([
      false,
      false,
      true,
    ])
  })
})
