import { leafBlocks, SUPPLIED_SIGNS, textWithoutCalls, type Work } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { inLanguage } from '../language.ts'
import type { TocHeading } from '../model.ts'
import type { Strings } from '../strings/index.ts'

/** The title of a work as it is listed; a work without one is listed as untitled. */
export function titleOf(work: Work, strings: Strings): string {
  for (const { node } of leafBlocks(work)) {
    if (node.type !== 'title') continue
    const title = clean(textWithoutCalls(node)).trim()
    if (title !== '') return title
  }
  return strings.untitled
}

/** The title of a work in lists: its short form where it has one. */
export const shortTitleOf = (work: Work, strings: Strings): string =>
  work.shortTitle === undefined ? titleOf(work, strings) : clean(work.shortTitle)

/** A text with the places where its lines may end; the classes of a heading that has such places. */
export interface Phrased {
  readonly content: readonly ElementContent[]
  readonly className: readonly string[]
}

/** @param breaks offsets in code points, ascending. */
export function phrased(text: string, breaks: readonly number[], language: string): Phrased {
  const points = [...text]
  const ends = [...breaks.filter((at) => at < points.length), points.length]
  const content = ends.flatMap((end, i): ElementContent[] => [
    ...(i > 0 ? [h('wbr')] : []),
    ...inLanguage(clean(points.slice(ends[i - 1] ?? 0, end).join('')), language),
  ])
  return { content, className: ends.length > 1 ? ['phrased'] : [] }
}

/** The title of a work over what is said of it elsewhere. */
export function phrasedTitle(work: Work, strings: Strings, language: string): Phrased {
  for (const { node } of leafBlocks(work)) {
    if (node.type !== 'title' || clean(textWithoutCalls(node)).trim() === '') continue
    const opening = node.supplied === true ? [...SUPPLIED_SIGNS[0]].length : 0
    const breaks = (node.breaks ?? []).map((at) => at + opening)
    return phrased(textWithoutCalls(node), breaks, language)
  }
  return phrased(strings.untitled, [], language)
}

/** Characters of a question that the contents show. */
const QUESTION = 40

/** Entries of a work in the contents: its headings, and the first line of each question. */
export function headingsOf(work: Work, strings: Strings): TocHeading[] {
  const asked = new Set<object>()
  let depth = 1
  return [...leafBlocks(work)].flatMap(({ node, id, ancestors }): TocHeading[] => {
    const parent = ancestors.at(-1)
    if (node.type === 'title') {
      depth = parent?.type === 'heading' ? parent.depth : 1
      const title = clean(textWithoutCalls(node)).trim()
      return [{ id, depth, title: title === '' ? strings.untitled : title, kind: 'heading' }]
    }
    const question = ancestors.findLast((a) => a.type === 'question')
    if (question === undefined || asked.has(question) || node.type !== 'paragraph') return []
    asked.add(question)
    const title = shorten(clean(textWithoutCalls(node)).trim())
    return title === '' ? [] : [{ id, depth: depth + 1, title, kind: 'question' }]
  })
}

function shorten(text: string): string {
  const points = [...text]
  return points.length <= QUESTION ? text : `${points.slice(0, QUESTION).join('')}……`
}
