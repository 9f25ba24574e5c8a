import { type BookDocument, clean } from '@huijiao/hast'
import { contentOf, decodeCharacters } from './content.ts'

/** A document as the assembling library takes it, with what the templates ask for besides. */
export function chapterOf(document: BookDocument) {
  return {
    title: document.title === '' ? document.id : document.title,
    filename: `${document.id}.xhtml`,
    content: contentOf(document),
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
