import { createHash } from 'node:crypto'
import { type Book, toBook } from '@huijiao/hast'
import type { EditionResult } from '@huijiao/parse'
import { toHtml } from 'hast-util-to-html'
import type { Look } from '../collation/look.ts'
import type { BookView } from '../protocol/views.ts'

interface Rendered {
  readonly view: BookView
  readonly html: ReadonlyMap<string, string>
}

const rendered = new WeakMap<EditionResult, Rendered>()

function render(result: EditionResult): Rendered {
  const known = rendered.get(result)
  if (known !== undefined) return known
  const book: Book = toBook(result.edition, { href: (document, id) => `#${document}/${id}` })
  const html = new Map(book.documents.map(({ id, children }) => [id, toHtml([...children])]))
  const documents = book.documents.map(({ id, title }) => ({
    id,
    title,
    hash: createHash('sha256')
      .update(html.get(id) ?? '')
      .digest('hex')
      .slice(0, 16),
  }))
  const made = { view: { documents }, html }
  rendered.set(result, made)
  return made
}

/** The documents of the book, with hashes: those whose hash is known need not be asked for again. */
export const bookView = ({ result }: Look): BookView =>
  result === null ? { documents: [] } : render(result).view

/** One document as HTML. Words of sources are text in it, never markup: see the readme of `hast`. */
export const bookDocument = ({ result }: Look, id: string): { readonly html: string } => ({
  html: result === null ? '' : (render(result).html.get(id) ?? ''),
})
