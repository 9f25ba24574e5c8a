import { decoded } from '../file/decoded.ts'
import { draft } from '../draft/draft.ts'
import { charactersInto } from '../draft/missing.ts'
import type { Reader } from '../file/reader.ts'

/** `T51n2099_p0857a02║`: volume, number, page, column and line. */
const LINE_HEAD =
  /^[A-Z]{1,2}\d{2,3}n[A-Za-z]?\d{3,4}[A-Za-z]?_p([A-Za-z]?\d{3,4}[a-z]?)\d{2}(?:_\d+)?[^\p{L}\p{N}\n]*║/u

/** Texts of CBETA with the place in the printed canon at the head of each line. */
export const cbetaLines: Reader = {
  id: 'cbeta-lines',
  name: 'CBETA text with line heads (.txt)',
  kind: 'manual',
  accepts: ({ head }) => head.split(/\r?\n/u, 40).filter((line) => LINE_HEAD.test(line)).length > 1,
  read(file) {
    const { text, encoding, messages } = decoded(file)
    const made = draft()
    made.part('', text)
    let page = ''
    for (const { index, 0: line } of text.matchAll(/[^\n]*(?:\n|$)/gu)) {
      const head = LINE_HEAD.exec(line)
      if (head !== null) {
        made.aside('page-number', index, index + head[0].length, head[0])
        if (head[1] !== undefined && head[1] !== page) made.page({ label: head[1] })
        page = head[1] ?? page
      }
      charactersInto(made, text, index + (head?.[0].length ?? 0), index + line.length)
    }
    return [{ ...made.finish(), encoding, messages }]
  },
}
