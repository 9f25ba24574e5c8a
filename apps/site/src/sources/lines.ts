import { type Edition, leafBlocks, toText } from '@huijiao/ast'
import { clean } from '@huijiao/hast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { pendingLink } from '../page/link.ts'
import type { Words } from '../words/index.ts'
import type { SourceLine, SourceRecord, SourceRow } from './record.ts'

/** The address of a line within its page, by its index in the text. */
export const anchorOf = (index: number): string => `l${index + 1}`

/** The lines of a source, each with its number and what became of it: into which block it went, or why it is left out. */
export function linesOf(record: SourceRecord, edition: Edition, words: Words): Element[] {
  const goes = goesOf(edition, words)
  let row = 0
  let last: SourceRow | null = null
  return record.lines.map((line, index) => {
    const points = [...line.text]
    const end = line.start + points.length
    const content: ElementContent[] = []
    for (; row < record.rows.length; row += 1) {
      const own = record.rows[row]
      if (own === undefined || own.start >= end) break
      const from = Math.max(own.start, line.start) - line.start
      const to = Math.min(own.end, end) - line.start
      const value = clean(
        points
          .slice(from, to)
          .join('')
          .replaceAll(/[\r\n]+$/gu, ''),
      )
      content.push(...stretch(own, value, own !== last, goes, words))
      if (own.role !== 'whitespace') last = own
      if (own.end > end) break
    }
    return lineElement(line, index, content)
  })
}

const lineElement = (
  line: SourceLine,
  index: number,
  content: readonly ElementContent[],
): Element =>
  h('div', { className: ['source-line'], id: anchorOf(index) }, [
    h('a', { href: `#${anchorOf(index)}`, className: ['number'] }, String(line.line)),
    h('div', { className: ['words'] }, [...content]),
  ])

function stretch(
  row: SourceRow,
  value: string,
  begins: boolean,
  goes: ReadonlyMap<string, string>,
  words: Words,
): ElementContent[] {
  if (value === '') return []
  if (row.role === 'whitespace') return [{ type: 'text', value }]
  if (row.role === 'text') {
    const block = `${row.work}-b${row.block ?? ''}`
    const label = goes.get(block)
    return [
      ...(begins && label !== undefined
        ? [h('a', { className: ['goes'], href: pendingLink(block) }, label)]
        : []),
      { type: 'text', value },
    ]
  }
  return [
    h('span', { className: ['left-out'] }, [
      h('small', words.leftOut[row.role] ?? words.leftOut['other'] ?? row.role),
      value,
    ]),
  ]
}

/** Code points of the title of a work that a line shows. */
const TITLE = 8

/** What a line is marked with by the block that it went into: the work, and its paragraph or heading. */
function goesOf(edition: Edition, words: Words): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const work of edition.children) {
    const blocks = [...leafBlocks(work)]
    const heading = blocks.find(({ node }) => node.type === 'title')
    const title = clean(work.shortTitle ?? (heading === undefined ? work.id : toText(heading.node)))
    const points = [...title]
    const short = points.length <= TITLE ? title : `${points.slice(0, TITLE).join('')}…`
    let count = 0
    for (const { id, ancestors } of blocks) {
      const isHead = ancestors.some((a) => a.type === 'heading')
      if (!isHead) count += 1
      labels.set(id, words.goesTo(short, isHead ? null : count))
    }
  }
  return labels
}
