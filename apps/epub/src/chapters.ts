import { type BookDocument, clean } from '@huijiao/hast'
import { type Addresses, contentOf, decodeCharacters } from './content.ts'

/** A file as the assembling library takes it, with what the templates ask for besides. */
export function chapterOf(document: BookDocument, addresses: Addresses) {
  return {
    title: document.title === '' ? document.id : document.title,
    filename: `${document.id}.xhtml`,
    content: contentOf(document, addresses),
    docId: document.id,
    beforeToc: document.matter === 'front',
    bodyType: `${document.matter}matter`,
    coverAlt: '',
    decode: decodeCharacters,
  }
}

/** The document that shows the cover; the title is the picture's text alternative. */
export function coverChapter(title: string, label: string) {
  return {
    title: clean(label),
    filename: 'cover.xhtml',
    content: '',
    docId: 'cover',
    beforeToc: true,
    bodyType: 'frontmatter',
    coverAlt: title,
    decode: decodeCharacters,
  }
}
