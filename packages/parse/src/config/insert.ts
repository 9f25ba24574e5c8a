import { type Document, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml'

/**
 * The text of a YAML file with items added at the end of the list that a key of it holds. All else that stands in it,
 * comments and formatting included, is kept as it is.
 */
export function withItems(text: string, key: string, items: readonly object[]): string {
  if (items.length === 0) return text
  const document = parseDocument(text)
  const list = document.get(key, true)
  if (isSeq(list) && list.flow !== true && list.items.length > 0) {
    const made = inserted(text, list, items)
    // What stands around the list may leave no place for more.
    if (countIn(parseDocument(made), key) === list.items.length + items.length) return made
  }
  if (!isSeq(list)) document.set(key, document.createNode([]))
  for (const item of items) document.addIn([key], document.createNode(item))
  return document.toString({ lineWidth: 0 })
}

/** Lines after that of the last item, as far in as the first. */
function inserted(text: string, list: YAMLSeq, items: readonly object[]): string {
  const [first = 0, end = 0] = list.range ?? []
  const indent = ' '.repeat(first - (text.lastIndexOf('\n', first - 1) + 1))
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = stringify(items, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => `${indent}${line}${newline}`)
  // The list ends with its last value, after which a comment may stand on the same line.
  const line = text.indexOf('\n', Math.max(0, end - 1))
  const [before, after] =
    line < 0 ? [`${text}${newline}`, ''] : [text.slice(0, line + 1), text.slice(line + 1)]
  return `${before}${lines.join('')}${after}`
}

function countIn(document: Document, key: string): number {
  const list = document.get(key, true)
  return document.errors.length === 0 && isSeq(list) ? list.items.length : -1
}
