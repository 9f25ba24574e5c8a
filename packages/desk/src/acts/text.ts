import { diffArrays } from 'diff'
import { type Document, parseDocument } from 'yaml'
import type { WrittenLine } from '../protocol/state.ts'

/**
 * The text of a file after its document was changed. Lines that the change does not touch stay as they are written: the
 * library would set them in its own way, `[a]` as `[ a ]` and a comment one space behind its line.
 *
 * @param before the text that the document was parsed from.
 */
export function textOfDocument(document: Document, before: string): string {
  const lines = linesOf(before)
  const set = linesOf(inOwnWay(parseDocument(before)))
  const after = linesOf(inOwnWay(document))
  // Where the library sets the file in more lines or fewer, line cannot be told from line.
  const kept = set.length === lines.length ? withOldLines(lines, set, after) : after
  const end = before.includes('\r\n') ? '\r\n' : '\n'
  return `${kept.join(end)}${end}`
}

const inOwnWay = (document: Document): string => document.toString({ lineWidth: 0 })

function withOldLines(
  lines: readonly string[],
  set: readonly string[],
  after: readonly string[],
): string[] {
  let at = 0
  return diffArrays([...set], [...after]).flatMap(({ value, added, removed }) => {
    if (added) return value
    const own = lines.slice(at, at + value.length)
    at += value.length
    return removed ? [] : own
  })
}

/** Lines shown of one act, at most: an act writes a few. */
const SHOWN = 8

/**
 * The lines of a text that another did not have.
 *
 * `a b c` → `a x b c` gives line 2, `x`.
 */
export function newLines(before: string, after: string): WrittenLine[] {
  let number = 1
  return diffArrays(linesOf(before), linesOf(after))
    .flatMap(({ value, added, removed }): WrittenLine[] => {
      if (removed) return []
      const from = number
      number += value.length
      return added ? value.map((text, index) => ({ number: from + index, text })) : []
    })
    .slice(0, SHOWN)
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.trimEnd().split(/\r?\n/u))
