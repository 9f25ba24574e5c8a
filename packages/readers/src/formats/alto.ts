import type { Box } from '@huijiao/ast'
import { decoded, namedEncoding } from '../file/decoded.ts'
import { type Draft, draft } from '../draft/draft.ts'
import type { Reader } from '../file/reader.ts'
import {
  attributePlace,
  boxed,
  furnitureOf,
  numberIn,
  type Region,
  spaceBetween,
} from './recognised/line.ts'
import { REFERENCES, spell } from '../draft/spell.ts'
import { descendants, elements, inOrder, parseXml, type XmlElement } from '../markup/xml.ts'

/** ALTO 2 to 4, the form in which libraries keep recognised pages. */
export const alto: Reader = {
  id: 'alto',
  name: 'ALTO (.xml)',
  kind: 'ocr',
  accepts: ({ head }) => /<(?:\w+:)?alto\b/iu.test(head),
  read(file) {
    const { text, encoding, messages } = decoded(file, namedEncoding(file.head))
    const made = draft()
    altoInto(made, file.file, '', text)
    return [{ ...made.finish(), encoding, messages }]
  },
}

/**
 * Writes the pages of an ALTO file, which becomes a part of the draft.
 *
 * @param picture of the page, where the file names none.
 */
export function altoInto(
  made: Draft,
  file: string,
  part: string,
  text: string,
  picture?: string,
): void {
  const root = parseXml(file, text)
  made.part(part, text)
  const image = [...descendants(root, 'fileName')][0]?.children[0]
  // ALTO 4 may say in which order its blocks are read.
  const order = [...descendants(root, 'ElementRef')].flatMap((ref) => ref.attributes.REF ?? [])
  for (const page of descendants(root, 'Page')) {
    made.feed(2, page.start)
    made.page({
      ...label(page),
      ...imageOf(image?.type === 'text' ? image.value.trim() : picture),
      ...sizeOf(page),
    })
    for (const space of elements(page)) {
      const region = furnitureOf(MARGINS[space.name] ?? '')
      for (const block of inOrder([...descendants(space, 'TextBlock')], order)) {
        blockInto(made, text, block, region)
      }
    }
  }
}

const MARGINS: Readonly<Record<string, string>> = { TopMargin: 'header', BottomMargin: 'footer' }

const imageOf = (image: string | undefined): { image?: string } =>
  image === undefined || image === '' ? {} : { image }

const label = (page: XmlElement): { label?: string } => {
  const value = page.attributes.PRINTED_IMG_NR ?? page.attributes.PHYSICAL_IMG_NR
  return value === undefined ? {} : { label: value }
}

function sizeOf(page: XmlElement): { width?: number; height?: number } {
  const [width, height] = [numberIn(page, 'WIDTH'), numberIn(page, 'HEIGHT')]
  return width === undefined || height === undefined ? {} : { width, height }
}

function blockInto(made: Draft, text: string, block: XmlElement, region: Region): void {
  const lines = elements(block, 'TextLine')
  if (region !== null) {
    const words = lines.map((line) => stringsOf(line).map(contentOf).join('')).join(' ')
    return made.aside(region, block.start, block.end, words)
  }
  made.feed(2, block.start)
  made.mark(
    'region',
    { label: block.attributes.TYPE ?? block.attributes.type ?? 'TextBlock' },
    () => {
      for (const line of lines) lineInto(made, text, line)
    },
  )
  made.feed(2, block.end)
}

const stringsOf = (line: XmlElement): XmlElement[] => elements(line, 'String', 'SP', 'HYP')
const contentOf = (string: XmlElement): string =>
  string.name === 'SP' ? ' ' : (string.attributes.CONTENT ?? '')

function lineInto(made: Draft, text: string, line: XmlElement): void {
  made.feed(1, line.start)
  const strings = stringsOf(line)
  const sure = strings.flatMap((s) => numberIn(s, 'WC') ?? [])
  const confidence =
    sure.length === 0 ? {} : { confidence: sure.reduce((sum, c) => sum + c, 0) / sure.length }
  made.line({ ...boxed(boxOf(line)), ...confidence }, () => {
    for (const string of strings) {
      if (string.name === 'SP') made.put(' ', string.start, string.end)
      else wordInto(made, text, string)
    }
  })
  made.feed(1, line.end)
}

function wordInto(made: Draft, text: string, string: XmlElement): void {
  const content = contentOf(string)
  const place = attributePlace(text, string, 'CONTENT')
  if (place === undefined || content === '') return
  if (string.name === 'String') spaceBetween(made, content, string.start)
  const confidence = numberIn(string, 'WC')
  made.word({ ...boxed(boxOf(string)), ...(confidence === undefined ? {} : { confidence }) }, () =>
    spell(made, content, place, [REFERENCES]),
  )
}

function boxOf(element: XmlElement): Box | undefined {
  const left = numberIn(element, 'HPOS')
  const top = numberIn(element, 'VPOS')
  if (left === undefined || top === undefined) return undefined
  return [
    left,
    top,
    left + (numberIn(element, 'WIDTH') ?? 0),
    top + (numberIn(element, 'HEIGHT') ?? 0),
  ]
}
