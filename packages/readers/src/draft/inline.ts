import type { Draft } from './draft.ts'

/** White space of HTML and XML: many are one, and none where lines of Han characters meet. */
const WHITE = /[ \t\n\r\f]/u
/** Characters beside which a line end of the file says nothing: Chinese and Japanese do not part words. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF“”‘’—…·]/u

/** Writes running text into a draft as browsers show it. */
export interface Inline {
  copy(from: number, to: number): void
  put(text: string, from: number, to: number): void
  /** White space that waits for the next word is dropped: a block ends here. */
  settle(): void
}

/**
 * Text whose white space has been collapsed (CSS Text 3, 4.1): a run of it is one space, and none at the ends of a
 * block or where a line of the file breaks between characters that are written without spaces.
 *
 * @param text of the part that `copy` copies from.
 */
export function inline(draft: Draft, text: string): Inline {
  let waiting: { readonly from: number; readonly to: number; readonly fed: boolean } | null = null
  const space = (from: number, to: number, fed: boolean): void => {
    waiting = { from: waiting?.from ?? from, to, fed: fed || (waiting?.fed ?? false) }
  }
  const before = (next: string): void => {
    if (waiting === null) return
    const { from, to, fed } = waiting
    waiting = null
    const last = draft.last()
    if (last === '' || last === '\n' || last === '\t') return
    if (fed && UNPARTED.test(last) && UNPARTED.test(next)) return
    draft.put(' ', from, to)
  }
  return {
    copy(from, to) {
      let at = from
      while (at < to) {
        const start = at
        while (at < to && WHITE.test(text[at] ?? '')) at += 1
        if (at > start) space(start, at, /[\n\r]/u.test(text.slice(start, at)))
        const word = at
        while (at < to && !WHITE.test(text[at] ?? '')) at += 1
        if (at > word) {
          before(text[word] ?? '')
          draft.copy(word, at)
        }
      }
    },
    put(value, from, to) {
      if (/^[ \t\n\r\f]+$/u.test(value)) space(from, to, /[\n\r]/u.test(value))
      else {
        before(value)
        draft.put(value, from, to)
      }
    },
    settle() {
      waiting = null
    },
  }
}
