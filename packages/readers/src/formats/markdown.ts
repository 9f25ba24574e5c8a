import { decoded } from '../file/decoded.ts'
import { type Draft, draft } from '../draft/draft.ts'
import { plainFormulas } from './markdown/math.ts'
import { parseMarkdown } from './markdown/parse.ts'
import { markdownInto } from './markdown/walk.ts'
import { asideOf, type Stretch, withInstead } from '../draft/instead.ts'
import { signedNotes } from '../draft/signed-notes.ts'
import type { Reader } from '../file/reader.ts'

/** A heading as Markdown writes it; `#+TITLE:` is another format's. */
const HEADING = /^#{1,6}[ \t]+\S/mu

/** A note in its place, as pandoc has it: `^[words]`. */
const INLINE = /\^\[([^[\]\n]{1,1000})\]/gu

const inlineNotes = (text: string): Stretch[] =>
  [...text.matchAll(INLINE)].map(({ index: from, 0: whole, 1: words = '' }) => {
    const [to, id] = [from + whole.length, `inline:${from}`]
    return {
      from,
      to,
      write(made) {
        made.aside('note', from, to, whole, { id })
        made.aside('note', from, to, whole, { id, words })
      },
    }
  })

/** Markdown, by its name or its headings: of people, and of marker, MinerU, docling and pandoc. */
export const markdown: Reader = {
  id: 'markdown',
  name: 'Markdown (.md)',
  kind: 'web',
  accepts: ({ file, head }) =>
    /\.(?:md|markdown)$/iu.test(file) || (/\.txt$/iu.test(file) && HEADING.test(head)),
  read(file) {
    const { text, encoding, messages } = decoded(file)
    const whole = draft()
    whole.part('', text)
    const made = withInstead(whole, [
      ...asideOf(text, signedNotes(text)),
      ...inlineNotes(text),
      ...plainFormulas(text).map(({ from, to, plain }) => ({
        from,
        to,
        write: (draft: Draft) => draft.put(plain, from, to),
      })),
    ])
    markdownInto(made, text, parseMarkdown(text))
    return [{ ...made.finish(), encoding, messages }]
  },
}
