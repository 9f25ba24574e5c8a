import { CLOSING, EXCLAIMING, LONG, NOT_FIRST, OPENING, POINTS } from '../marks.ts'
import { textsOf } from './texts.ts'

const OPENS = new RegExp(`[${OPENING}]$`, 'u')
const CLOSES = new RegExp(`^[${NOT_FIRST}\\s]`, 'u')
const CLAUSES = new RegExp(
  `(?<=[${POINTS}${EXCLAIMING}\\s])(?![${POINTS}${EXCLAIMING}${CLOSING}${LONG}\\s])(?=.)`,
  'u',
)
const TITLES = 'h1, h2, h3, h4, h5, h6, .toc-title'

/**
 * The parts of a title that no line may divide: a mark stays with the word that it closes, a word with the mark that
 * opens it.
 *
 * @example `论“春江”，花月` becomes `论`, `“春江”，`, `花月`.
 */
export function joinMarks(words: Iterable<string>): string[] {
  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last !== undefined && (CLOSES.test(word) || OPENS.test(last)))
      joined[joined.length - 1] = last + word
    else joined.push(word)
  }
  return joined
}

/**
 * The clauses of a phrase, each with the mark that ends it.
 *
 * @example `春江潮水，海上明月` becomes `春江潮水，`, `海上明月`.
 */
export const clausesOf = (text: string): string[] => text.split(CLAUSES)

/** Lets lines of titles end between words; within a phrase that the edition marks, between clauses alone. */
export function partWords(): void {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const titles = [...document.querySelectorAll<HTMLElement>(TITLES)]
  for (const text of titles.filter((t) => t.closest('.phrased') === null).flatMap(textsOf))
    part(text, joinMarks([...segmenter.segment(text.data)].map(({ segment }) => segment)))
  for (const text of [...document.querySelectorAll('.phrased')].flatMap(textsOf))
    part(text, clausesOf(text.data))
  for (const title of titles) {
    const said = title.textContent ?? ''
    if (/\p{sc=Han}\p{P}? +\p{P}?\p{sc=Han}/u.test(said) && !/[a-z] +[a-z]/i.test(said))
      title.classList.add('clauses')
  }
}

function part(text: Text, parts: readonly string[]): void {
  for (const piece of parts.slice(0, -1)) text.before(piece, document.createElement('wbr'))
  text.data = parts.at(-1) ?? ''
}
