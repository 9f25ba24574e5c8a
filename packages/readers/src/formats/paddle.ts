import type { Box } from '@huijiao/ast'
import type { Node } from 'jsonc-parser'
import { decoded } from '../file/decoded.ts'
import { type Draft, draft } from '../draft/draft.ts'
import { items, member, numberOf, parseJson, stringInto, stringOf } from '../markup/json.ts'
import type { Reader } from '../file/reader.ts'
import { boxAround, boxed, furnitureOf } from './recognised/line.ts'

/** What PaddleOCR saves: lines with boxes and scores, or the blocks of a page in reading order. */
export const paddle: Reader = {
  id: 'paddle',
  name: 'PaddleOCR (.json)',
  kind: 'ocr',
  accepts: ({ file, head }) =>
    /\.json$/iu.test(file) &&
    /"(?:rec_texts|parsing_res_list|rec_boxes|rec_polys|dt_polys)"|^\s*\[\s*\[\s*\[\s*\[/u.test(
      head,
    ),
  read(file) {
    const { text, encoding, messages } = decoded(file)
    const root = parseJson(file.file, text)
    const made = draft()
    made.part('', text)
    for (const page of pagesOf(root)) pageInto(made, text, page)
    return [{ ...made.finish(), encoding, messages }]
  },
}

/** One page, or an array of them; older versions nest a page's lines in an array for each picture. */
function pagesOf(root: Node): readonly Node[] {
  if (root.type !== 'array') return [member(root, 'res') ?? root]
  const [first] = items(root)
  if (first?.type === 'object') return items(root).map((page) => member(page, 'res') ?? page)
  // A line is [box, [text, score]]; a page is an array of lines.
  return stringOf(items(items(first)[1])[0]) === undefined ? items(root) : [root]
}

function pageInto(made: Draft, text: string, page: Node): void {
  const image = stringOf(member(page, 'input_path'))
  const index = numberOf(member(page, 'page_index'))
  const [width, height] = [numberOf(member(page, 'width')), numberOf(member(page, 'height'))]
  made.feed(2, page.offset)
  made.page({
    ...(index === undefined ? {} : { label: String(index + 1) }),
    ...(image === undefined ? {} : { image }),
    ...(width === undefined || height === undefined ? {} : { width, height }),
  })
  const blocks = items(member(page, 'parsing_res_list'))
  if (blocks.length > 0) for (const block of blocks) blockInto(made, text, block)
  else if (page.type === 'array') for (const line of items(page)) oldLineInto(made, text, line)
  else linesInto(made, text, member(page, 'overall_ocr_res') ?? page)
  made.feed(2, page.offset + page.length)
}

/** Parallel arrays of texts, scores and boxes. */
function linesInto(made: Draft, text: string, page: Node): void {
  const scores = items(member(page, 'rec_scores'))
  const boxes = items(
    member(page, 'rec_boxes') ?? member(page, 'rec_polys') ?? member(page, 'dt_polys'),
  )
  for (const [index, line] of items(member(page, 'rec_texts')).entries()) {
    lineInto(made, text, line, boxOf(boxes[index]), numberOf(scores[index]))
  }
}

function oldLineInto(made: Draft, text: string, line: Node): void {
  const [box, recognised] = items(line)
  const [words, score] = items(recognised)
  if (words !== undefined) lineInto(made, text, words, boxOf(box), numberOf(score))
}

function lineInto(
  made: Draft,
  text: string,
  words: Node,
  box: Box | undefined,
  confidence: number | undefined,
): void {
  made.feed(1, words.offset)
  made.line({ ...boxed(box), ...(confidence === undefined ? {} : { confidence }) }, () =>
    stringInto(made, text, words),
  )
  made.feed(1, words.offset + words.length)
}

/** A block of a page as PP-Structure parses it. */
function blockInto(made: Draft, text: string, block: Node): void {
  const label = stringOf(member(block, 'block_label')) ?? 'text'
  const content = member(block, 'block_content')
  if (content === undefined) return
  const furniture = furnitureOf(label)
  if (furniture !== null || label === 'image' || label === 'chart' || label === 'seal')
    return made.aside(
      furniture ?? 'other',
      content.offset,
      content.offset + content.length,
      stringOf(content) ?? '',
    )
  made.feed(2, content.offset)
  const write = (): void =>
    made.line(boxed(boxOf(member(block, 'block_bbox'))), () => stringInto(made, text, content))
  const heading = label.endsWith('_title') ? { level: label === 'doc_title' ? 1 : 2 } : null
  if (heading !== null) made.mark('heading', heading, write)
  else made.mark('region', { label }, write)
  made.feed(2, content.offset + content.length)
}

/** `[x0, y0, x1, y1]`, or corners `[[x, y], …]`. */
function boxOf(node: Node | undefined): Box | undefined {
  const values = items(node)
  const [a, b, c, d] = values.map(numberOf)
  if (a !== undefined && b !== undefined && c !== undefined && d !== undefined) return [a, b, c, d]
  return boxAround(
    values.flatMap((corner) => {
      const [x, y] = items(corner).map(numberOf)
      return x === undefined || y === undefined ? [] : [[x, y] as const]
    }),
  )
}
