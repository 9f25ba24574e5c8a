import type { Edition } from '@huijiao/ast'
import type { Page } from '@huijiao/browser'
import type { Book } from './book.ts'
import { call } from './in-page.ts'
import type { Laid } from './laid.ts'
import { namePages } from './name-pages.ts'
import type { Stretch } from './openings.ts'
import { type Extent, numberPages, type PhysicalPage } from './pages.ts'

/** Where everything came to stand. */
export interface Layout {
  readonly laid: ReadonlyMap<string, Laid>
  readonly pages: readonly PhysicalPage[]
}

/** Lays out the body, then what refers to it, and numbers the pages. */
export async function layOut(
  page: Page,
  edition: Edition,
  { stretches, measures: m, box, vertical }: Book,
): Promise<Layout> {
  await page.emulateMediaType('screen')
  const extent = vertical ? box.text.width : box.text.height
  if (!vertical) await call(page, 'giveRoom', { em: m.em, measure: box.text.width })
  const front = stretches.filter((s) => matterOf(s) === 'front').map((s) => s.id)
  await call(page, 'shapeForms', { extent, front })
  await call(page, 'breakTitles')
  const laid = new Map<string, Laid>()
  const shape = { height: extent, line: m.line, noteLine: m.small.line, rule: m.line * 0.75 }
  // All documents at once: between two calls the browser would draw a frame of the endless page.
  const lay = async (some: readonly Stretch[]): Promise<void> => {
    const jobs = some.map((s) => ({ id: s.id, work: s.documents[0]?.kind === 'work' }))
    for (const own of await call(page, 'layOutDocuments', { jobs, shape })) laid.set(own.id, own)
  }
  const body = stretches.filter((s) => matterOf(s) === 'body')
  await lay(body)
  await call(page, 'fillReferences', references(body, laid))
  if (edition.meta.names !== undefined) {
    const pages = numberPages(body.map((s) => extentOf(s, laid)))
    await call(page, 'fillIndex', namePages(edition, pages, laid))
  }
  await lay(stretches.filter((s) => matterOf(s) !== 'body'))

  const pages = numberPages(stretches.map((s) => extentOf(s, laid)))
  await call(page, 'fillContents', labelsOf(stretches, laid, pages))
  return { laid, pages }
}

/** Page and line of each place in the body: `12.7`. */
function references(
  body: readonly Stretch[],
  laid: ReadonlyMap<string, Laid>,
): Record<string, string> {
  const pages = numberPages(body.map((s) => extentOf(s, laid)))
  return Object.fromEntries(
    body.flatMap((s) => {
      const first = pages.findIndex((p) => p.stretch === s.id)
      return Object.entries(laid.get(s.id)?.places ?? {}).map(([id, [page, line]]) => [
        id,
        `${pages[first + page]?.label ?? ''}.${line}`,
      ])
    }),
  )
}

function labelsOf(
  stretches: readonly Stretch[],
  laid: ReadonlyMap<string, Laid>,
  pages: readonly PhysicalPage[],
): Record<string, string> {
  return Object.fromEntries(
    stretches.flatMap((s) => {
      const first = pages.findIndex((p) => p.stretch === s.id)
      return s.documents
        .flatMap((d) => d.headings)
        .map((h) => {
          const [within] = laid.get(s.id)?.places[h.id] ?? [0, 1]
          return [h.id, pages[first + within]?.label ?? '']
        })
    }),
  )
}

const matterOf = ({ documents: [first] }: Stretch): Extent['matter'] => first?.matter ?? 'body'

function extentOf(stretch: Stretch, laid: ReadonlyMap<string, Laid>): Extent {
  const { id, recto } = stretch
  return { id, matter: matterOf(stretch), pages: laid.get(id)?.pages ?? 1, recto }
}
