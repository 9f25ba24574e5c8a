import { createHash } from 'node:crypto'
import { type Edition, leafBlocks } from '@huijiao/ast'
import { type BookDocument, type Entry, stringsFor, type TocHeading } from '@huijiao/hast'
import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { wordsFor } from '../words/index.ts'
import { type Adaptation, adapt, idsIn } from './adapt.ts'
import { documentsOf, resolved, toldOf } from './documents.ts'
import { calledIn, popover, type Told } from './notes.ts'
import { split } from './split.ts'

/** Bytes of the text of one page, its notes included: what a slow phone loads in a moment, with room for the rest. */
const MOST = 90_000

/** A page of a work, or of what stands around the works. */
export interface ReadingPage {
  readonly document: BookDocument
  /** From the root of the site. */
  readonly path: string
  /** From 1. */
  readonly part: number
  readonly parts: number
  readonly content: readonly ElementContent[]
  /** Boxes for the entries that are called on the page. */
  readonly notes: readonly ElementContent[]
  /** What of the contents is on this page. */
  readonly headings: readonly TocHeading[]
}

/** The pages of an edition to be read, and what else they need. */
export interface Reading {
  readonly pages: readonly ReadingPage[]
  /** Path of the page that has an element, by its id. */
  readonly pageOf: ReadonlyMap<string, string>
  /** Pictures by their path from the root. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** Renders the documents of an edition as pages, in reading order; long documents go on in further pages. */
export function readingOf(
  edition: Edition,
  entries: readonly Entry[],
  folder: string,
  compareOf: (locus: string) => string | undefined,
): Reading {
  const { language } = edition.meta
  const [strings, words] = [stringsFor(language), wordsFor(language)]
  const { documents } = documentsOf(edition)
  const told = toldOf(documents, entries, strings)
  const pictures = new Map<string, Uint8Array>()
  const how = adaptationOf(edition, folder, pictures)
  const sizes = new Map(
    [...told].map(([id, t]) => [id, bytesOf(popover({ ...t, path: '' }, words))]),
  )
  const cost = (node: ElementContent): number =>
    bytesOf(node) + calledIn([node]).reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0)
  const drafts = documents.flatMap((document) => {
    const parts = split(adapt(document.children, how), MOST, cost)
    return parts.map((content, i) => ({
      document,
      content,
      part: i + 1,
      parts: parts.length,
      path: `${folder}/read/${document.id}${i === 0 ? '' : `.${i + 1}`}.html`,
    }))
  })
  const pageOf = new Map(drafts.flatMap((d) => idsIn(d.content).map((id) => [id, d.path] as const)))
  const noted = (t: Omit<Told, 'path'>): ElementContent => {
    const compare = compareOf(t.id)
    const path = pageOf.get(`entry-${t.id}`) ?? ''
    return popover({ ...t, path, ...(compare === undefined ? {} : { compare }) }, words)
  }
  const pages = drafts.map((draft) => ({
    ...draft,
    content: resolved(draft.content, pageOf),
    notes: calledIn(draft.content).flatMap((id) => {
      const one = told.get(id)
      return one === undefined ? [] : [noted(one)]
    }),
    headings: draft.document.headings.filter((h) => pageOf.get(h.id) === draft.path),
  }))
  return { pages, pageOf, pictures }
}

const bytesOf = (node: ElementContent): number => Buffer.byteLength(toHtml(node))

function adaptationOf(
  edition: Edition,
  folder: string,
  pictures: Map<string, Uint8Array>,
): Adaptation {
  const { language } = edition.meta
  const strings = stringsFor(language)
  const numbers = new Map<string, number>()
  for (const work of edition.children) {
    const body = [...leafBlocks(work)].filter((b) => !b.ancestors.some((a) => a.type === 'heading'))
    for (const [i, { id }] of body.entries()) numbers.set(id, i + 1)
  }
  return {
    permalink: (id) => {
      const number = numbers.get(id)
      return number === undefined ? null : { number: String(number), label: strings.block(number) }
    },
    picture: (data) => {
      const bytes = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64')
      const kind = data.startsWith('data:image/png') ? 'png' : 'jpg'
      const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
      const path = `${folder}/images/${name}.${kind}`
      pictures.set(path, bytes)
      return `site:${path}`
    },
  }
}
