import { type Edition, leafBlocks, toText } from '@huijiao/ast'
import type { Element } from 'xast'
import type { Book, Doc } from '../book.ts'
import { attribute, elements, hasWord, textOf } from '../xml.ts'
import type { Finding } from './finding.ts'

const APPARATUS = ['noteref', 'footnote', 'footnotes', 'endnotes', 'backlink', 'pagebreak']

/** What stands in a document of a work and is no text of it: notes, calls, page breaks, ruby readings, the way to the appendix. */
function isApparatus(element: Element): boolean {
  return (
    element.name === 'rt' ||
    element.name === 'rp' ||
    element.name === 'aside' ||
    ['to-apparatus', 'note-call', 'dateline-space', 'part-title', 'headnote', 'work-gap'].some(
      (c) => hasWord(element, 'class', c),
    ) ||
    APPARATUS.some((word) => hasWord(element, 'epub:type', word)) ||
    attribute(element, 'hidden') !== undefined
  )
}

/**
 * The text of the book is the text of the tree: each block, under its permanent id, character by
 * character and in order; and no other text stands in the documents of the works.
 */
export function checkText(book: Book, edition: Edition): readonly Finding[] {
  const findings: Finding[] = []
  const found = new Map<string, { doc: Doc; element: Element; order: number }>()
  let order = 0
  for (const doc of book.docs)
    for (const element of elements(doc.tree)) {
      const id = attribute(element, 'id')
      if (id !== undefined) found.set(id, { doc, element, order: order++ })
    }
  let last = -1
  const workDocs = new Map<Doc, string>()
  for (const work of edition.children)
    for (const block of leafBlocks(work)) {
      // Cells are apart by their elements.
      const expected = normal(toText(block.node).replaceAll('\t', ''))
      const at = found.get(block.id)
      const say = (message: string) =>
        findings.push({
          path: at?.doc.path ?? '',
          rule: 'text',
          message: `${block.id}: ${message}`,
        })
      if (at === undefined) {
        say(`expected this block in the book, got none: ${expected.slice(0, 20)}`)
        continue
      }
      workDocs.set(at.doc, (workDocs.get(at.doc) ?? '') + expected)
      if (at.order < last) say('expected it after the block before it')
      last = at.order
      const got = normal(textOf(at.element, isApparatus))
      if (got !== expected) say(difference(expected, got))
    }
  for (const [doc, expected] of workDocs) {
    const body = [...elements(doc.tree)].find((element) => element.name === 'body')
    const got = body === undefined ? '' : normal(textOf(body, isApparatus))
    if (got.replaceAll(' ', '') !== expected.replaceAll(' ', ''))
      findings.push({
        path: doc.path,
        rule: 'text',
        message: `whole document: ${difference(expected.replaceAll(' ', ''), got.replaceAll(' ', ''))}`,
      })
  }
  return findings
}

/** Line breaks and indentation of the markup are no text; an ideographic space is. */
function normal(text: string): string {
  return text.replace(/[ \t\n\r\u00a0]+/g, ' ').replace(/^ | $/g, '')
}

function difference(expected: string, got: string): string {
  let at = 0
  while (at < expected.length && expected[at] === got[at]) at += 1
  const near = (text: string) => text.slice(Math.max(0, at - 6), at + 14)
  return `expected “${near(expected)}” at ${at}, got “${near(got)}”`
}
