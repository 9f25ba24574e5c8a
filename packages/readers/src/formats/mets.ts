import { fault, InputError } from '@huijiao/model'
import { alto, altoInto } from './alto.ts'
import { decoded, namedEncoding } from '../file/decoded.ts'
import { type Draft, draft } from '../draft/draft.ts'
import { pageInto, pageXml } from './page-xml.ts'
import type { RawFile, Reader } from '../file/reader.ts'
import { descendants, elements, parseXml, type XmlElement } from '../markup/xml.ts'

/** What METS ties together: pages as ALTO or PAGE-XML, files beside it. */
const PAGES: readonly (readonly [Reader, typeof altoInto])[] = [
  [alto, altoInto],
  [pageXml, pageInto],
]

/** METS: the pages of a volume in their order. */
export const mets: Reader = {
  id: 'mets',
  name: 'METS (.xml)',
  kind: 'ocr',
  accepts: ({ head }) => /<(?:\w+:)?mets\b/iu.test(head),
  read(file) {
    const { text, encoding, messages } = decoded(file, namedEncoding(file.head))
    const root = parseXml(file.file, text)
    const made = draft()
    const uses = pagesOf(file, root).map((page) => {
      for (const [reader, into] of PAGES) {
        if (reader.accepts(page)) pageOf(made, page, into)
      }
      return page
    })
    if (uses.length === 0) throw new InputError([withoutPages(file)])
    return [{ ...made.finish(), encoding, uses, messages }]
  },
}

function pageOf(made: Draft, page: RawFile, into: typeof altoInto): void {
  into(made, page.file, page.file, decoded(page, namedEncoding(page.head)).text)
}

/** The first readable file of each page of the physical structure, in its order. */
function pagesOf(file: RawFile, root: XmlElement): RawFile[] {
  const hrefs = new Map(
    [...descendants(root, 'file')].map((f) => [
      f.attributes.ID ?? '',
      [...descendants(f, 'FLocat')][0]?.attributes['xlink:href'] ?? '',
    ]),
  )
  const maps = elements(root, 'structMap')
  const physical = maps.find(({ attributes }) => /^physical$/iu.test(attributes.TYPE ?? ''))
  const map = physical ?? maps[0]
  const divs = map === undefined ? [] : [...descendants(map, 'div')]
  const seen = new Set<string>()
  return divs.flatMap((div) => {
    const found = elements(div, 'fptr')
      .flatMap((pointer) => [pointer, ...descendants(pointer, 'area')])
      .map(({ attributes }) => hrefs.get(attributes.FILEID ?? '') ?? '')
      .map((href) => file.beside(decodeURI(href.replace(/^file:\/*/u, '').replace(/^\.\//u, ''))))
      .find((page) => page !== undefined && PAGES.some(([reader]) => reader.accepts(page)))
    if (found === undefined || seen.has(found.file)) return []
    seen.add(found.file)
    return [found]
  })
}

const withoutPages = ({ file }: RawFile) => fault('no-pages', { file })
