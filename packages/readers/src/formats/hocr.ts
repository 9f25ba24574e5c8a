import type { Box } from '@huijiao/ast'
import type { Element, Nodes } from 'hast'
import { parseHtml } from './html/parse.ts'
import { decoded, namedEncoding } from '../file/decoded.ts'
import { type Draft, draft } from '../draft/draft.ts'
import { wordsOf } from './html/roles.ts'
import type { Reader } from '../file/reader.ts'
import { boxed, furnitureOf, spaceBetween } from './recognised/line.ts'
import { LINE_ENDS, REFERENCES, spell } from '../draft/spell.ts'

/** hOCR 1.2, of Tesseract, OCRopus, Kraken: recognised pages as HTML. */
export const hocr: Reader = {
  id: 'hocr',
  name: 'hOCR (.hocr, .html)',
  kind: 'ocr',
  accepts: ({ file, head }) =>
    /\.hocr$/iu.test(file) || /class\s*=\s*["']ocr_page|name\s*=\s*["']ocr-system/u.test(head),
  read(file) {
    const { text, encoding, messages } = decoded(file, namedEncoding(file.head))
    const made = draft()
    made.part('', text)
    const tree = parseHtml(text)
    const pages = [...below(tree, (c) => c === 'ocr_page')]
    for (const page of pages.length === 0 ? bodyOf(tree) : pages) pageOf(made, text, page)
    return [{ ...made.finish(), encoding, messages }]
  },
}

const LINES = /^ocrx?_(?:line|header|footer|caption|textfloat)$/u

/** What is read of a file that names no pages. */
function bodyOf(node: Nodes): Element[] {
  if (node.type === 'element' && node.tagName === 'body') return [node]
  return 'children' in node ? node.children.flatMap(bodyOf) : []
}

function pageOf(made: Draft, text: string, page: Element): void {
  const box = boxOf(page)
  const image = /\bimage\s+"?([^";]+)"?/u.exec(titleOf(page))?.[1]?.trim()
  const label = /\bp?pageno\s+(\d+)/u.exec(titleOf(page))?.[1]
  const [from, to] = placeOf(page)
  made.feed(2, from)
  made.page({
    ...(label === undefined ? {} : { label }),
    ...(image === undefined ? {} : { image }),
    ...(box === undefined ? {} : { width: box[2] - box[0], height: box[3] - box[1] }),
  })
  // Lines may stand in paragraphs or beside them.
  const blocks = [...below(page, (c) => c === 'ocr_par' || LINES.test(c))]
  for (const block of blocks.length === 0 ? [page] : blocks) blockOf(made, text, block)
  made.feed(2, to)
}

function blockOf(made: Draft, text: string, block: Element): void {
  if (isOf(block, (c) => LINES.test(c))) return lineOf(made, text, block)
  const [from, to] = placeOf(block)
  made.feed(2, from)
  const lines = [...below(block, (c) => LINES.test(c))]
  // A paragraph of which only some words stand in lines is read as a whole.
  const whole = holdsAll(block, lines) ? lines : [block]
  for (const line of whole) lineOf(made, text, line)
  made.feed(2, to)
}

/** Whether all words of an element stand in parts of it. */
const holdsAll = (element: Element, parts: readonly Element[]): boolean =>
  parts.map(wordsOf).join('').replaceAll(/\s/gu, '') === wordsOf(element).replaceAll(/\s/gu, '')

function lineOf(made: Draft, text: string, line: Element): void {
  const [from, to] = placeOf(line)
  const furniture = classesOf(line)
    .map((name) => furnitureOf(name.replace(/^ocrx?_/u, '')))
    .find((kind) => kind !== null)
  const within = [...below(line, (c) => c === 'ocrx_word')]
  const words = holdsAll(line, within) ? within : []
  if (furniture !== undefined && furniture !== null)
    return made.aside(furniture, from, to, wordsOf(line).replaceAll(/\s+/gu, ' '))
  const size = Number(/\bx_size\s+([\d.]+)/u.exec(titleOf(line))?.[1] ?? Number.NaN)
  made.feed(1, from)
  made.line(
    { ...boxed(boxOf(line)), ...(Number.isFinite(size) ? { size } : {}), ...sureness(line, words) },
    () => {
      for (const word of words.length === 0 ? [line] : words) {
        spaceBetween(made, wordsOf(word).trimStart(), placeOf(word)[0])
        made.word({ ...boxed(boxOf(word)), ...sureness(word, []) }, () => write(made, text, word))
      }
    },
  )
  made.feed(1, to)
}

function write(made: Draft, text: string, node: Nodes): void {
  if (node.type === 'text') {
    const [from, to] = placeOf(node)
    spell(made, node.value.trim(), { raw: text.slice(from, to), from }, [REFERENCES, LINE_ENDS])
  } else if ('children' in node) for (const child of node.children) write(made, text, child)
}

/** The confidence of a word, or the mean of those of a line's words. */
function sureness(node: Element, words: readonly Element[]): { confidence?: number } {
  const found = [node, ...words].flatMap((one) => {
    const value = /\bx_wconf\s+([\d.]+)/u.exec(titleOf(one))?.[1]
    return value === undefined ? [] : [Number(value) / 100]
  })
  return found.length === 0
    ? {}
    : { confidence: found.reduce((sum, c) => sum + c, 0) / found.length }
}

function boxOf(node: Element): Box | undefined {
  const match = /\bbbox\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)/u.exec(titleOf(node))
  return match === null
    ? undefined
    : [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])]
}

const titleOf = ({ properties }: Element): string =>
  typeof properties.title === 'string' ? properties.title : ''

const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : []

const isOf = (element: Element, wanted: (className: string) => boolean): boolean =>
  classesOf(element).some(wanted)

function placeOf(node: Nodes): readonly [from: number, to: number] {
  const from = node.position?.start.offset ?? 0
  return [from, node.position?.end.offset ?? from]
}

/** The outermost elements of a class below a node. */
function* below(node: Nodes, wanted: (className: string) => boolean): Iterable<Element> {
  if (!('children' in node)) return
  for (const child of node.children) {
    if (child.type === 'element' && isOf(child, wanted)) yield child
    else yield* below(child, wanted)
  }
}
