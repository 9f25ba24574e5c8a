import type { rulings as rules } from '../en/rulings.ts'
import type { ExamplesOf } from './example.ts'

const file = 'rulings.yaml'
const REST = '  method: 理校\n  reason: 据文意\n  by: 编者\n  date: 2031-05-01\n'
const ruling = (...lines: readonly string[]): string =>
  `- work: notes\n${lines.map((line) => `  ${line}\n`).join('')}${REST}`
const locus = '山{人}自语'

export const rulings: ExamplesOf<typeof rules> = {
  'ruling-marking': {
    at: { file, line: 2, column: 10 },
    values: [{ locus: '山人自语' }],
    text: ruling('locus: 山人自语', 'reading: 中'),
  },
  'ruling-empty': {
    at: { file, line: 2, column: 10 },
    values: [],
    text: ruling(`locus: 山{人}自语`),
  },
  'ruling-gap-reading': {
    at: { file, line: 4, column: 12 },
    values: [],
    text: ruling('locus: 山{}自语', 'gap: missing', 'reading: 人'),
  },
  'ruling-gap-place': {
    at: { file, line: 2, column: 10 },
    values: [{ marked: '人' }],
    text: ruling(`locus: 山{人}自语`, 'gap: none'),
  },
  'ruling-gap-extent': {
    at: { file, line: 4, column: 11 },
    values: [{ gap: 'none' }],
    text: ruling('locus: 山{}自语', 'gap: none', 'extent: 约缺十字'),
  },
  'ruling-no-gap': { at: { file, line: 2, column: 10 }, values: [{ locus: '山{}自语' }] },
  'ruling-unmatched': { at: { file, line: 2, column: 10 }, values: [{ locus }] },
  'ruling-ambiguous': { at: { file, line: 2, column: 10 }, values: [{ locus, count: 2 }] },
  'ruling-repeated': { at: { file, line: 9, column: 10 }, values: [{ ruling: '中' }] },
  'ruling-contradiction': {
    at: { file, line: 9, column: 10 },
    values: [{ before: '中', ruling: '人' }],
  },
  'ruling-redundant': { at: { file, line: 2, column: 10 }, values: [{ reading: '中' }] },
  'unknown-work': {
    at: { file, line: 2, column: 10 },
    values: [{ work: 'note', known: ['notes', 'poems'] }],
  },
}
