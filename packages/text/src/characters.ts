import { withoutUnseen } from './unseen.ts'

/** Classes of characters that segmentation goes by. */

export function isHan(point: string): boolean {
  return /\p{Script=Han}/u.test(point)
}

/** Characters set apart one by one: as many at least. */
const SET_APART = /^\S(?:[ \u3000\u00A0]\S){4,}$/u

/** A line as it is read: without what is not seen, and without the spaces that set all its characters apart. */
export function readable(text: string): string {
  const seen = withoutUnseen(text)
  const single = seen.replace(/([ \u3000\u00A0])[ \u3000\u00A0]+/gu, '$1')
  return SET_APART.test(single) ? single.replace(/[ \u3000\u00A0]/gu, '') : seen
}

/** Han characters each set apart from the next: `铺 子`, `修 钟 的 铺 子`. */
const ALL_APART = /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u
const NUMERAL = /^[一二三四五六七八九十百]\s/u

/** A headline as it is read: white space that only spreads its characters is none; 一 雪 is a number and a title. */
export function closedUp(text: string): string {
  const seen = readable(text).trim()
  return ALL_APART.test(seen) && !NUMERAL.test(seen) ? seen.replaceAll(/\s/gu, '') : seen
}

/** Columns on a page: two for full-width characters, one for others. */
export function columns(point: string): number {
  const code = point.codePointAt(0) ?? 0
  if (code < 0x1100) return 1
  if (code >= 0x2000 && code < 0x2e80) return /[‘’“”…—]/u.test(point) ? 2 : 1
  if (code >= 0xff61 && code < 0xffe0) return 1
  return 2
}

/** Marks that say something without a word: silence, a question, a cry. */
const SAID = /^[…⋯.．。？！?!—～~]$/u

export const isSaid = (point: string): boolean => SAID.test(point)

/** Such marks in quotation marks or brackets: “……”, 「？！」, （……）. */
const QUOTED =
  /^[“‘"'「『（(【]+[…⋯.．。？！?!—～~\s]*(?:[…⋯？！?!。]|\.{3})[…⋯.．。？！?!—～~\s]*[”’"'」』）)】]+$/u
/**
 * Such marks alone. Dots are no more than the twelve that stand for whole paragraphs (GB/T 15834—2011, 4.11): a longer
 * row is a rule. One mark by itself may be dust on the page.
 */
const BARE = /^(?=.{2})[？！?!]*(?:[…⋯]{1,4}|\.{3}|\.{6})?[？！?!]*$/u

/** Characters, so many of what is said without a word: more are a pattern. */
const LONGEST = 40

/** Whether a line without a letter is speech: `“……”`, `？！`; not so a rule or a break: `——————`, `* * *`. */
export const isWordless = (line: string): boolean =>
  line.length <= LONGEST && (QUOTED.test(line) || BARE.test(line))
