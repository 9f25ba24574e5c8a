import type { Edition, EditionMeta } from '@huijiao/ast'
import { type BookDocument, calledIn, toBook, withoutCalled } from '@huijiao/hast'
import { Document, Packer, PageTextDirectionType, Paragraph, SectionType } from 'docx'
import { blocksOf } from './blocks.ts'
import { type Calls, runsOf } from './inline.ts'
import { repack } from './repack.ts'
import { documentStyles } from './styles.ts'

/** Sizes of the trimmed page in millimetres. */
const TRIMS: Readonly<Record<EditionMeta['trim'], readonly [width: number, height: number]>> = {
  a5: [148, 210],
  '32k': [130, 184],
  '16k': [185, 260],
  a4: [210, 297],
}

/** Margin of a page in millimetres: a line of A5 then holds 31 characters of the text. */
const MARGIN = 16

/** Millimetres as twentieths of a point, which every version of Word reads. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/**
 * Renders an edition as a Word document, in which readers' notes are footnotes and entries of the apparatus endnotes.
 * The same tree gives the same bytes.
 */
export async function toDocx(edition: Edition): Promise<Uint8Array> {
  const { meta } = edition
  const book = toBook(edition)
  const called = calledIn(book)
  const notes = { note: {} as Notes, entry: {} as Notes }
  let pictures = 0
  const calls: Calls = {
    countPicture: () => (pictures += 1),
    refer(id, mark) {
      const { kind = 'note', content = [] } = called.get(id) ?? {}
      const number = Object.keys(notes[kind]).length + 1
      // The mark by which other notes refer to this one.
      const words = [{ type: 'text' as const, value: mark }, ...content]
      notes[kind][number] = {
        children: [new Paragraph({ style: NOTE_STYLES[kind], children: runsOf(words, calls) })],
      }
      return { kind, number }
    },
  }
  const documents = book.documents.flatMap(withoutCalled)
  const sections = documents.map((document) => sectionOf(document, meta, calls))
  const creator = meta.contributors.map(({ name }) => name).join('、')
  const document = new Document({
    title: meta.title,
    creator,
    lastModifiedBy: creator,
    ...(meta.description !== undefined && { description: meta.description }),
    ...(meta.subjects !== undefined && { keywords: meta.subjects.join('、') }),
    styles: documentStyles(meta.language),
    footnotes: notes.note,
    endnotes: notes.entry,
    sections,
  })
  return repack(new Uint8Array(await Packer.toBuffer(document)), meta.date)
}

const NOTE_STYLES = { note: 'FootnoteText', entry: 'EndnoteText' } as const

type Notes = Record<number, { readonly children: Paragraph[] }>

/** Each document of the book begins a page. */
function sectionOf(document: BookDocument, meta: EditionMeta, calls: Calls) {
  const [width, height] = TRIMS[meta.trim]
  const margin = twips(MARGIN)
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: twips(width), height: twips(height) },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
        ...(meta.layout === 'vertical' && {
          textDirection: PageTextDirectionType.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
        }),
      },
    },
    children: blocksOf(document.children, calls),
  }
}
