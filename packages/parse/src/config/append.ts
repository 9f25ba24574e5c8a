import { type Document, isSeq, parseAllDocuments, parseDocument, stringify } from 'yaml'

/** A ruling as it is written to `rulings.yaml`. */
export interface NewRuling {
  readonly work: string
  readonly locus: string
  /** Absent in a ruling on a gap. */
  readonly reading?: string
  readonly gap?: 'missing' | 'none'
  readonly extent?: string
  readonly method: string
  readonly reason: string
  readonly citation?: string
  readonly by: string
  readonly date: string
  readonly certainty?: string
}

/**
 * The text of a `rulings.yaml` with rulings added at its end. What stands in it, comments and formatting
 * included, is kept as it is.
 */
export function withRulings(text: string, rulings: readonly NewRuling[]): string {
  if (rulings.length === 0) return text
  const document = parseDocument(text)
  const { contents } = document
  if (isSeq(contents) && contents.flow === true) {
    if (contents.items.length > 0) {
      for (const r of rulings) document.add({ ...r })
      return document.toString({ lineWidth: 0 })
    }
    // An empty flow list gives way to a block list in its place.
    const [start, end] = contents.range ?? [0, 0]
    return withRulings(`${text.slice(0, start)}${text.slice(end)}`, rulings)
  }
  const first = isSeq(contents) ? contents.range?.[0] : undefined
  const indent =
    first === undefined ? '' : ' '.repeat(first - (text.lastIndexOf('\n', first - 1) + 1))
  const block = stringify(
    rulings.map((r) => ({ ...r })),
    { lineWidth: 0 },
  )
    .trimEnd()
    .split('\n')
    .map((line) => indent + line)
    .join('\n')
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const body = text === '' || text.endsWith('\n') ? text : `${text}${end}`
  const result = `${body}${block.replaceAll('\n', end)}${end}`
  // What stands at the end of the file may leave no place for more, such as an end-of-document mark.
  return itemsOf(parseAllDocuments(result)) === itemsOf([document]) + rulings.length
    ? result
    : rewritten(document, rulings)
}

/** Items of the list that the text is; of none where it is several documents or no list. */
function itemsOf(documents: ReturnType<typeof parseAllDocuments>): number {
  const [only, second] = [...documents]
  if (second !== undefined || (only?.errors.length ?? 0) > 0) return -1
  return isSeq(only?.contents) ? only.contents.items.length : 0
}

/** The file written anew with its comments, where it cannot be added to as it stands. */
function rewritten(document: Document, rulings: readonly NewRuling[]): string {
  if (!isSeq(document.contents)) document.contents = document.createNode([])
  for (const r of rulings) document.add({ ...r })
  return document.toString({ lineWidth: 0 })
}
