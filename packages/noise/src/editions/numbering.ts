import type { Random } from '../random.ts'
import { hanNumber } from './vocabulary.ts'

/** How the parts of a work are numbered: the number as it stands before a title. */
export type Numbering = (value: number) => string

const PLACES = '〇一二三四五六七八九'

/** @example digitwise(105) // 一〇五 */
function digitwise(value: number): string {
  return Array.from(String(value), (digit) => PLACES[Number(digit)] ?? '').join('')
}

/** @example crowded(21) // 廿一 */
function crowded(value: number): string {
  return hanNumber(value)
    .replace(/^二十(?=.)/u, '廿')
    .replace(/^三十(?=.)/u, '卅')
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
}

function padded(value: number): string {
  return String(value).padStart(3, '0')
}

/** Whole numbers as novels write them. */
function numeral(dice: Random): Numbering {
  return dice.pick([hanNumber, hanNumber, hanNumber, digitwise, crowded, String, fullWidth])
}

/** Numbers of chapters: with a word, or bare. */
export function chapterNumbers(dice: Random): Numbering {
  const number = numeral(dice)
  const wordy = ['章', '章', '章', '回', '回', '折', '卷', '节', '集', '夜', '篇', '话', '幕', '部']
  if (dice.chance(0.6)) {
    const unit = dice.pick(wordy)
    const [before, after] = dice.pick([
      ['第', ''],
      ['第', ''],
      ['第', ''],
      ['第 ', ' '],
      ['', ''],
    ] as const)
    return (value) => `${before}${number(value)}${after}${unit}`
  }
  return dice.pick<Numbering>([
    number,
    number,
    hanNumber,
    (value) => `${hanNumber(value)}、`,
    (value) => `${value}.`,
    (value) => `（${hanNumber(value)}）`,
    (value) => `卷${hanNumber(value)}`,
    padded,
    (value) => `其${hanNumber(value)}`,
    (value) => `Chapter ${value}`,
  ])
}

/** Numbers of items in a list. */
export function itemNumbers(dice: Random): Numbering {
  return dice.pick<Numbering>([
    (value) => `（${hanNumber(value)}）`,
    (value) => `${hanNumber(value)}、`,
    (value) => `${value}. `,
    (value) => `${value}、`,
    (value) => `(${value})`,
    (value) => `${value}）`,
    (value) => String.fromCodePoint(0x2460 + ((value - 1) % 20)),
    () => '• ',
    () => '● ',
    () => '- ',
    () => '○',
    (value) => `${'甲乙丙丁戊己庚辛壬癸'[(value - 1) % 10] ?? '甲'}、`,
  ])
}
