import type { Box } from '@huijiao/ast'
import { decoded, namedEncoding } from '../file/decoded.ts'
import { type Draft, draft } from '../draft/draft.ts'
import type { Reader } from '../file/reader.ts'
import { boxAround, boxed, furnitureOf, numberIn, spaceBetween } from './recognised/line.ts'
import { LINE_ENDS, REFERENCES, spell } from '../draft/spell.ts'
import {
  descendants,
  elements,
  inOrder,
  parseXml,
  textOf,
  type XmlElement,
  type XmlText,
} from '../markup/xml.ts'

/** PAGE-XML (PRImA), of Transkribus, eScriptorium, OCR-D. */
export const pageXml: Reader = {
  id: 'page',
  name: 'PAGE-XML (.xml)',
  kind: 'ocr',
  accepts: ({ head }) => /<(?:\w+:)?PcGts\b/u.test(head),
  read(file) {
    const { text, encoding, messages } = decoded(file, namedEncoding(file.head))
    const made = draft()
    pageInto(made, file.file, '', text)
    return [{ ...made.finish(), encoding, messages }]
  },
}

/** Writes a page of PAGE-XML, which becomes a part of the draft. */
export function pageInto(made: Draft, file: string, part: string, text: string): void {
  const root = parseXml(file, text)
  made.part(part, text)
  for (const page of descendants(root, 'Page')) {
    const { imageFilename } = page.attributes
    const [width, height] = [numberIn(page, 'imageWidth'), numberIn(page, 'imageHeight')]
    made.feed(2, page.start)
    made.page({
      ...(imageFilename === undefined ? {} : { image: imageFilename }),
      ...(width === undefined || height === undefined ? {} : { width, height }),
    })
    for (const region of inReadingOrder(page)) regionInto(made, text, region)
  }
}

/** The text regions of a page: in its reading order, then those that it does not name, as they stand. */
function inReadingOrder(page: XmlElement): readonly XmlElement[] {
  const regions = [...descendants(page, 'TextRegion')]
  const order = elements(page, 'ReadingOrder').flatMap((o) => [...descendants(o, ...REFERENCE)])
  const named = order.flatMap(({ attributes }) => attributes.regionRef ?? [])
  return inOrder(regions, named)
}

const REFERENCE = ['RegionRefIndexed', 'RegionRef']

function regionInto(made: Draft, text: string, region: XmlElement): void {
  const lines = elements(region, 'TextLine')
  const kind = region.attributes.type ?? 'paragraph'
  const furniture = furnitureOf(kind)
  const own = unicodeOf(region)
  if (furniture !== null) {
    const words = lines.length === 0 ? [own] : lines.map(unicodeOf)
    return made.aside(furniture, region.start, region.end, words.map(valueOf).join(' '))
  }
  made.feed(2, region.start)
  made.mark('region', { label: kind }, () => {
    if (lines.length === 0) write(made, text, own)
    for (const line of lines) lineInto(made, text, line)
  })
  made.feed(2, region.end)
}

function lineInto(made: Draft, text: string, line: XmlElement): void {
  const unicode = unicodeOf(line)
  const words = elements(line, 'Word')
  const confidence = confidenceOf(line)
  made.feed(1, line.start)
  made.line({ ...boxed(boxOf(line)), ...confidence }, () => {
    // A corrected line is worth more than the words it was made of.
    if (unicode !== undefined) write(made, text, unicode)
    else
      for (const word of words) {
        const found = unicodeOf(word)
        spaceBetween(made, valueOf(found), word.start)
        made.word({ ...boxed(boxOf(word)), ...confidenceOf(word) }, () => write(made, text, found))
      }
  })
  made.feed(1, line.end)
}

/** The first of an element's texts: `index` ranks alternatives. */
function bestOf(element: XmlElement): XmlElement | undefined {
  const of = (text: XmlElement): number => numberIn(text, 'index') ?? 0
  return elements(element, 'TextEquiv').toSorted((a, b) => of(a) - of(b))[0]
}

function unicodeOf(element: XmlElement): XmlText | undefined {
  const best = bestOf(element)
  const unicode = best === undefined ? undefined : elements(best, 'Unicode')[0]
  return unicode?.children.find((child): child is XmlText => child.type === 'text')
}

const valueOf = (text: XmlText | undefined): string => (text === undefined ? '' : textOf(text))

function confidenceOf(element: XmlElement): { confidence?: number } {
  const best = bestOf(element)
  const confidence = best === undefined ? undefined : numberIn(best, 'conf')
  return confidence === undefined ? {} : { confidence }
}

function write(made: Draft, text: string, unicode: XmlText | undefined): void {
  if (unicode === undefined) return
  const { value, start, end } = unicode
  spell(made, value, { raw: text.slice(start, end), from: start }, [REFERENCES, LINE_ENDS])
}

function boxOf(element: XmlElement): Box | undefined {
  const points = elements(element, 'Coords')[0]?.attributes.points
  const pairs =
    points
      ?.trim()
      .split(/\s+/u)
      .map((pair) => pair.split(',').map(Number)) ?? []
  return boxAround(
    pairs.flatMap(([x, y]) => (x === undefined || y === undefined ? [] : [[x, y] as const])),
  )
}
