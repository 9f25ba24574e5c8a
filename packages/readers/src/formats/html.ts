import { decoded, namedEncoding } from '../file/decoded.ts'
import { draft } from '../draft/draft.ts'
import { htmlInto } from './html/walk.ts'
import type { Reader } from '../file/reader.ts'

/** A page of the web, by its name or its first tag. */
export const html: Reader = {
  id: 'html',
  name: 'HTML (.html)',
  kind: 'web',
  accepts: ({ file, head }) =>
    /\.x?html?$/iu.test(file) || /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/iu.test(head),
  read(file) {
    const { text, encoding, messages } = decoded(file, namedEncoding(file.head))
    const made = draft()
    made.part('', text)
    htmlInto(made, text)
    return [{ ...made.finish(), encoding, messages }]
  },
}
