import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib'

/** An element of the structure, as a reader meets it. */
export interface Tag {
  /** Structure type: `P`, `H1`, `Note` … */
  readonly type: string
  readonly kids: readonly TagKid[]
}

/** What an element holds: other elements, and stretches of content by page (from 0) and identifier. */
export type TagKid = Tag | { readonly page: number; readonly mcid: number }

/** The structure of a tagged PDF; undefined where it has none. */
export async function readTags(bytes: Uint8Array): Promise<Tag | undefined> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'))
  if (!(root instanceof PDFDict)) return undefined
  const pages = new Map(document.getPages().map((page, index) => [page.ref, index]))
  const kids = kidsOf(root.get(PDFName.of('K')), undefined, pages, document)
  const [only] = kids
  return kids.length === 1 && only !== undefined && 'kids' in only ? only : { type: 'Root', kids }
}

function kidsOf(
  value: PDFObject | undefined,
  page: number | undefined,
  pages: ReadonlyMap<PDFObject, number>,
  document: PDFDocument,
): TagKid[] {
  const object = document.context.lookup(value)
  if (object instanceof PDFArray)
    return object.asArray().flatMap((item) => kidsOf(item, page, pages, document))
  if (object instanceof PDFNumber)
    return page === undefined ? [] : [{ page, mcid: object.asNumber() }]
  if (!(object instanceof PDFDict)) return []
  const own = object.get(PDFName.of('Pg')) as PDFRef | undefined
  const where = own === undefined ? page : pages.get(own)
  const mcid = object.get(PDFName.of('MCID'))
  if (mcid instanceof PDFNumber)
    return where === undefined ? [] : [{ page: where, mcid: mcid.asNumber() }]
  const type = object.get(PDFName.of('S'))
  if (!(type instanceof PDFName)) return []
  return [
    {
      type: type.decodeText(),
      kids: kidsOf(object.get(PDFName.of('K')), where, pages, document),
    },
  ]
}
