/** What is done to one file of the sample, and what its check then says. */
export interface Defect {
  readonly name: string
  readonly check: string
  /** A document with notes, one with pages, or a file of the book. */
  readonly file:
    | 'noted'
    | 'paged'
    | 'toc.xhtml'
    | 'toc.ncx'
    | 'content.opf'
    | 'style.css'
    | 'apparatus.xhtml'
    | 'fulu.xhtml'
  readonly change: (text: string) => string
  readonly says: RegExp
}

/** Adds to the end of a document. */
export const atEnd = (t: string, added: string) => t.replace('</body>', `${added}</body>`)
