import type { Page } from '@huijiao/browser'
import type { BookDocument } from '@huijiao/hast'
import { call } from './in-page.ts'
import type { Laid } from './laid.ts'
import type { Measures, PageBox } from './measures.ts'
import { type Extent, numberPages, type PhysicalPage } from './pages.ts'

/** Where everything came to stand. */
export interface Layout {
  readonly laid: ReadonlyMap<string, Laid>
  readonly pages: readonly PhysicalPage[]
}

/** Lays out the body, then what refers to it, and numbers the pages. */
export async function layOut(
  page: Page,
  documents: readonly BookDocument[],
  m: Measures,
  box: PageBox,
  vertical: boolean,
): Promise<Layout> {
  await page.emulateMediaType('screen')
  const extent = vertical ? box.text.width : box.text.height
  if (!vertical) await call(page, 'giveRoom', { em: m.em, measure: box.text.width })
  const front = documents.filter((d) => d.matter === 'front').map((d) => d.id)
  await call(page, 'shapeForms', { extent, front })
  await call(page, 'breakTitles')
  const laid = new Map<string, Laid>()
  const shape = { height: extent, line: m.line, noteLine: m.small.line, rule: m.line * 0.75 }
  // All documents at once: between two calls the browser would draw a frame of the endless page.
  const lay = async (some: readonly BookDocument[]): Promise<void> => {
    const jobs = some.map(({ id, kind }) => ({ id, work: kind === 'work' }))
    for (const own of await call(page, 'layOutDocuments', { jobs, shape })) laid.set(own.id, own)
  }
  const body = documents.filter((d) => d.matter === 'body')
  await lay(body)
  await call(page, 'fillReferences', references(body, laid))
  await lay(documents.filter((d) => d.matter !== 'body'))

  const pages = numberPages(documents.map((d) => extentOf(d, laid)))
  await call(page, 'fillContents', labelsOf(documents, laid, pages))
  return { laid, pages }
}

/** Page and line of each place in the body: `12.7`. */
function references(
  body: readonly BookDocument[],
  laid: ReadonlyMap<string, Laid>,
): Record<string, string> {
  const pages = numberPages(body.map((d) => extentOf(d, laid)))
  return Object.fromEntries(
    body.flatMap((d) => {
      const first = pages.findIndex((p) => p.document === d.id)
      return Object.entries(laid.get(d.id)?.places ?? {}).map(([id, [page, line]]) => [
        id,
        `${pages[first + page]?.label ?? ''}.${line}`,
      ])
    }),
  )
}

function labelsOf(
  documents: readonly BookDocument[],
  laid: ReadonlyMap<string, Laid>,
  pages: readonly PhysicalPage[],
): Record<string, string> {
  return Object.fromEntries(
    documents.flatMap((d) => {
      const first = pages.findIndex((p) => p.document === d.id)
      return d.headings.map((h) => {
        const [within] = laid.get(d.id)?.places[h.id] ?? [0, 1]
        return [h.id, pages[first + within]?.label ?? '']
      })
    }),
  )
}

/** What opens on a right-hand page; all else opens on the next. */
const RECTO: ReadonlySet<BookDocument['kind']> = new Set(['titlepage', 'work'])

function extentOf(document: BookDocument, laid: ReadonlyMap<string, Laid>): Extent {
  return {
    id: document.id,
    matter: document.matter,
    pages: laid.get(document.id)?.pages ?? 1,
    recto: RECTO.has(document.kind),
  }
}
