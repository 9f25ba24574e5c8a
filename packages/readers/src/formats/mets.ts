import { fault, InputError, warning } from '@huijiao/model'
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
    const pages = pagesOf(file, root)
    const found = pages.flatMap(({ text: page, image }) =>
      page === undefined ? [] : [{ page, image }],
    )
    if (found.length === 0) throw new InputError([withoutPages(file)])
    for (const { page, image } of found) pageOf(made, page, image)
    const missing = pages.filter(({ text: page }) => page === undefined)
    const told =
      missing.length === 0 ? messages : [...messages, lacksPages(file, missing, pages.length)]
    return [{ ...made.finish(), encoding, uses: found.map(({ page }) => page), messages: told }]
  },
}

function pageOf(made: Draft, page: RawFile, image: string | undefined): void {
  const { text } = decoded(page, namedEncoding(page.head))
  const into = PAGES.find(([reader]) => reader.accepts(page))?.[1]
  into?.(made, page.file, page.file, text, image)
}

/** A page of the volume: its text, where that lies beside the METS file, and its picture. */
interface VolumePage {
  readonly label: string
  readonly text: RawFile | undefined
  readonly image: string | undefined
}

/** The pages of the physical structure, in its order: of each the first file that has words. */
function pagesOf(file: RawFile, root: XmlElement): VolumePage[] {
  const hrefs = new Map(
    [...descendants(root, 'file')].map((f) => [
      f.attributes.ID ?? '',
      [...descendants(f, 'FLocat')][0]?.attributes['xlink:href'] ?? '',
    ]),
  )
  const maps = elements(root, 'structMap')
  const physical = maps.find(({ attributes }) => /^physical$/iu.test(attributes.TYPE ?? ''))
  const map = physical ?? maps[0]
  const seen = new Set<string>()
  return inTheirOrder(map === undefined ? [] : [...descendants(map, 'div')]).flatMap(
    (div, index) => {
      const named = elements(div, 'fptr')
        .flatMap((pointer) => [pointer, ...descendants(pointer, 'area')])
        .flatMap(({ attributes }) => pathOf(hrefs.get(attributes.FILEID ?? '') ?? ''))
      const texts = named
        .flatMap((path) => file.beside(path) ?? [])
        .filter((page) => PAGES.some(([reader]) => reader.accepts(page)))
      // Steps of a recognition before its last have regions and no words.
      const text = texts.find(hasWords) ?? texts[0]
      if (named.length === 0 || (text !== undefined && seen.has(text.file))) return []
      if (text !== undefined) seen.add(text.file)
      const label = div.attributes.ORDERLABEL ?? div.attributes.ORDER ?? String(index + 1)
      return [{ label, text, image: named.find((path) => IMAGE.test(path)) }]
    },
  )
}

const hasWords = ({ bytes }: RawFile): boolean =>
  /<(?:\w+:)?(?:Unicode|String)\b/u.test(new TextDecoder('latin1').decode(bytes))

const IMAGE = /\.(?:jpe?g|png|gif|tiff?|webp|jp2|bmp)$/iu

/** Sibling pages by the number that all of them have, else as they stand. */
function inTheirOrder(divs: readonly XmlElement[]): readonly XmlElement[] {
  const points = (div: XmlElement): boolean => elements(div, 'fptr').length > 0
  // A volume may point to a file of all of it.
  const pages = divs.filter((div) => points(div) && ![...descendants(div, 'div')].some(points))
  const order = (div: XmlElement): number => Number(div.attributes.ORDER ?? Number.NaN)
  return pages.every((div) => Number.isFinite(order(div)))
    ? pages.toSorted((a, b) => order(a) - order(b))
    : pages
}

/** The path below the folder of the METS file that an address in it means; none where it is no such path. */
function pathOf(href: string): string[] {
  try {
    return [decodeURI(href.replace(/^file:\/*/u, '').replace(/^\.\//u, ''))].filter((p) => p !== '')
  } catch {
    return []
  }
}

const lacksPages = ({ file }: RawFile, missing: readonly VolumePage[], all: number) => {
  const pages = missing.slice(0, TOLD).map(({ label }) => label)
  return warning('missing-pages', { file }, { all, count: missing.length, pages })
}

/** Pages that are named in a message. */
const TOLD = 10

const withoutPages = ({ file }: RawFile) => fault('no-pages', { file })
