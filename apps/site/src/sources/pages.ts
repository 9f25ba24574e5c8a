import type { Edition, SourceSpan } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Shown } from '../comparing/box.ts'
import { split } from '../reading/split.ts'
import { wordsFor } from '../words/index.ts'
import { anchorOf, linesOf } from './lines.ts'
import { lineAt, type SourceRecord } from './record.ts'

/** Bytes of the lines on one page. */
const MOST = 90_000

/** A page of a source, its links not yet resolved. */
export interface SourcePage {
  readonly path: string
  readonly record: SourceRecord
  readonly part: number
  readonly parts: number
  readonly lines: readonly ElementContent[]
}

/** Lines of a source that a page has, by index, half-open. */
interface Placed {
  readonly first: number
  readonly end: number
  readonly path: string
}

/** Pages that show the sources as they are, each line beside what became of it. */
export interface SourcePages {
  readonly pages: readonly SourcePage[]
  readonly show: (span: SourceSpan) => Shown | null
  /** The first page of each file. */
  readonly firstOf: ReadonlyMap<string, string>
}

export function sourcePages(
  edition: Edition,
  records: readonly SourceRecord[],
  folder: string,
): SourcePages {
  const words = wordsFor(edition.meta.language)
  const pages = records.flatMap((record, i) => {
    const lines = linesOf(record, edition, words)
    const parts = split(lines, MOST, (node) => Buffer.byteLength(toHtml(node)))
    return parts.map((part, k) => ({
      record,
      lines: part,
      part: k + 1,
      parts: parts.length,
      path: `${folder}/sources/${i + 1}${k === 0 ? '' : `.${k + 1}`}.html`,
    }))
  })
  const places = new Map<string, Placed[]>()
  for (const { record, path, lines } of pages) {
    const known = places.get(record.file) ?? []
    const first = known.at(-1)?.end ?? 0
    places.set(record.file, [...known, { first, end: first + lines.length, path }])
  }
  const byFile = new Map(records.map((record) => [record.file, record]))
  return {
    pages,
    firstOf: new Map([...places].map(([file, [page]]) => [file, page?.path ?? ''])),
    show: ({ file, start }) => {
      const record = byFile.get(file)
      if (record === undefined) return null
      const index = lineAt(record, start)
      const page = places.get(file)?.findLast(({ first }) => first <= index)
      const line = record.lines[index]
      if (page === undefined || line === undefined) return null
      const { part } = line
      const anchor = anchorOf(index)
      return { line: line.line, path: page.path, anchor, ...(part === undefined ? {} : { part }) }
    },
  }
}
