import { decoded } from '../file/decoded.ts'
import { draft } from '../draft/draft.ts'
import { parseMarked } from './markdown/parse.ts'
import { markdownInto } from './markdown/walk.ts'
import { charactersInto, describesCharacters } from '../draft/missing.ts'
import { asideOf, type Stretch, withInstead } from '../draft/instead.ts'
import { signedNotes } from '../draft/signed-notes.ts'
import type { Reader } from '../file/reader.ts'

/** An element of HTML, a comment or a character reference: signs that a text was taken from a page. */
const MARKED =
  /<!--|<\/?[a-z][a-z\d]*(?:\s[^<>\n]*)?\/?>|&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,8});/iu

/** What OCRmyPDF writes into its sidecar for pages that had text already. */
const SKIPPED = /\[OCR skipped on page\(s\) [\d\s,-]+\]/gu

const skipped = (text: string): Stretch[] =>
  [...text.matchAll(SKIPPED)].map(({ index: from, 0: words }) => {
    const to = from + words.length
    return { from, to, write: (made) => made.aside('other', from, to, words) }
  })

/** Plain text; elements and character references of HTML in it are read as such, notes that signs call are notes. */
export const plain: Reader = {
  id: 'plain',
  name: 'plain text (.txt)',
  accepts: ({ file }) => /\.(?:txt|text)$|^[^.]+$/iu.test(file),
  read(file) {
    const { text, encoding, messages } = decoded(file)
    const marked = MARKED.test(text)
    const own = [...asideOf(text, signedNotes(text)), ...skipped(text)]
    if (!marked && !describesCharacters(text) && own.length === 0)
      return [{ text, encoding, messages }]
    const whole = draft()
    whole.part('', text)
    const made = withInstead(whole, own)
    if (marked) markdownInto(made, text, parseMarked(text))
    else charactersInto(made, text, 0, text.length)
    return [{ ...made.finish(), encoding, messages }]
  },
}
