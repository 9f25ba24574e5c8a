import type { Edition, Trim } from '@huijiao/ast'
import { type BookDocument, clean, stringsFor, toBook } from '@huijiao/hast'
import { withStandIns } from '@huijiao/fonts'
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { printOrder, printTree } from './adapt.ts'
import { type Stretch, stretchesOf } from './openings.ts'
import { type BookFonts, bookFonts } from './fonts.ts'
import { htmlOf } from './html.ts'
import { type Measures, measuresOf, type PageBox, pageBox } from './measures.ts'
import { boxUnfaced, type Unfaced } from './unfaced.ts'

/** An edition ready for the browser. */
export interface Book {
  readonly documents: readonly BookDocument[]
  readonly stretches: readonly Stretch[]
  readonly measures: Measures
  readonly box: PageBox
  readonly vertical: boolean
  readonly fonts: BookFonts
  readonly html: string
  /** Characters that no face has; boxes stand for them. */
  readonly unfaced: readonly Unfaced[]
}

/**
 * Makes the page of an edition and begins to cut its faces.
 *
 * @param bleed in millimetres.
 * @param reduced what becomes of the tree of the page.
 */
export function bookOf(
  edition: Edition,
  trim: Trim,
  bleed: number,
  reduced: (tree: Root) => Root = (tree) => tree,
): Book {
  const { meta } = edition
  const vertical = meta.layout === 'vertical'
  const measures = measuresOf(trim)
  const box = pageBox(measures, bleed, vertical)
  const documents = printOrder(edition, toBook(edition).documents)
  const stretches = stretchesOf(edition, documents, measures)
  const { tree, unfaced } = boxUnfaced(reduced(printTree(stretches, meta.language, vertical)))
  const words = `${meta.title}${documents.map((d) => d.title).join('')}`
  const fonts = bookFonts(
    tree,
    withStandIns(clean(`${words}${stringsFor(meta.language).page}`), 'kai'),
    meta.language,
  )
  const html = htmlOf(toHtml(tree), edition, { measures, box, fonts, vertical })
  return { documents, stretches, measures, box, vertical, fonts, html, unfaced }
}
