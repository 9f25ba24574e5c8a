import { decoded } from '../file/decoded.ts'
import { type Draft, draft } from '../draft/draft.ts'
import type { Reader } from '../file/reader.ts'
import { spaceBetween } from './recognised/line.ts'

const HEADER =
  'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext'

interface Row {
  readonly level: number
  readonly page: number
  readonly block: number
  readonly paragraph: number
  readonly line: number
  readonly box: readonly [number, number, number, number]
  readonly confidence: number
  readonly text: string
  /** Where the text stands in the file. */
  readonly from: number
}

/** The table of words that `tesseract … tsv` writes. */
export const tesseract: Reader = {
  id: 'tesseract',
  name: 'Tesseract TSV (.tsv)',
  kind: 'ocr',
  accepts: ({ head }) => head.startsWith(HEADER),
  read(file) {
    const { text, encoding, messages } = decoded(file)
    const made = draft()
    made.part('', text)
    let line: Row[] = []
    const flush = (): void => {
      lineOf(made, line)
      line = []
    }
    for (const row of rowsOf(text)) {
      const [first] = line
      if (row.level < 5 || (first !== undefined && !sameLine(first, row))) flush()
      if (row.level === 1) pageOf(made, row)
      else if (row.level === 2 || row.level === 3) made.feed(2, row.from)
      else if (row.level === 5 && row.text.trim() !== '') line.push(row)
    }
    flush()
    return [{ ...made.finish(), encoding, messages }]
  },
}

const sameLine = (a: Row, b: Row): boolean =>
  a.page === b.page && a.block === b.block && a.paragraph === b.paragraph && a.line === b.line

function pageOf(made: Draft, { page, box, from }: Row): void {
  made.feed(2, from)
  made.page({ label: String(page), width: box[2] - box[0], height: box[3] - box[1] })
}

function lineOf(made: Draft, words: readonly Row[]): void {
  const [first] = words
  if (first === undefined) return
  const boxes = words.map(({ box }) => box)
  const edge = (side: 0 | 1 | 2 | 3): number[] => boxes.map((box) => box[side])
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / words.length
  made.feed(1, first.from)
  made.line(
    {
      box: [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))],
      confidence,
    },
    () => {
      for (const word of words) {
        spaceBetween(made, word.text, word.from)
        made.word({ box: word.box, confidence: word.confidence }, () =>
          made.copy(word.from, word.from + word.text.length),
        )
      }
    },
  )
}

function* rowsOf(text: string): Iterable<Row> {
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/gu)) {
    const cells = line.split('\t')
    const [level, page, block, paragraph, own, , left, top, width, height, conf] = cells.map(Number)
    if (level === undefined || Number.isNaN(level) || cells.length < 11) continue
    const [x, y] = [left ?? 0, top ?? 0]
    const head = cells.slice(0, 11).join('\t').length + 1
    yield {
      level,
      page: page ?? 0,
      block: block ?? 0,
      paragraph: paragraph ?? 0,
      line: own ?? 0,
      box: [x, y, x + (width ?? 0), y + (height ?? 0)],
      confidence: Math.max(0, conf ?? 0) / 100,
      text: line.slice(head),
      from: index + head,
    }
  }
}
