import type { Page } from '@huijiao/browser'
import type { BookDocument } from '@huijiao/hast'
import { installCuts } from './in-page/cut.ts'
import { fillContents, fillReferences } from './in-page/fill.ts'
import { shapeForms } from './in-page/forms.ts'
import { installPress, measureGalleys } from './in-page/galley.ts'
import { breakDocuments } from './in-page/impose.ts'
import { installSurvey } from './in-page/places.ts'
import { giveRoom } from './in-page/room.ts'
import { settle } from './in-page/settle.ts'
import { breakTitles } from './in-page/titles.ts'
import type { Laid } from './in-page/types.ts'
import type { Measures, PageBox } from './measures.ts'
import { type Extent, numberPages, type PhysicalPage } from './pages.ts'
import { breakPages } from './paginate/break.ts'

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
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await Promise.all([
    page.evaluate(installPress, vertical),
    page.evaluate(installCuts),
    page.evaluate(installSurvey),
  ])
  if (!vertical) await page.evaluate(giveRoom, { em: m.em, measure: box.text.width })
  await page.evaluate(shapeForms, {
    extent: vertical ? box.text.width : box.text.height,
    front: documents.filter((d) => d.matter === 'front').map((d) => d.id),
  })
  await page.evaluate(breakTitles)
  const laid = new Map<string, Laid>()
  const extent = vertical ? box.text.width : box.text.height
  const shape = { height: extent, line: m.line, noteLine: m.small.line, rule: m.line * 0.75 }
  // Each step takes all documents at once: between two steps the browser would draw a frame of the endless page.
  const lay = async (some: readonly BookDocument[]): Promise<void> => {
    const ids = some.map((d) => d.id)
    await page.evaluate(
      settle,
      some.map(({ id, kind }) => ({ id, footnotes: kind === 'work' })),
    )
    const galleys = await page.evaluate(measureGalleys, { ids, extent })
    const jobs = some.flatMap(({ id, kind }, i) => {
      const galley = galleys[i]
      if (galley === undefined) return []
      return [{ id, work: kind === 'work', pages: breakPages(galley, shape), shape }]
    })
    for (const own of await page.evaluate(breakDocuments, jobs)) laid.set(own.id, own)
  }
  const body = documents.filter((d) => d.matter === 'body')
  await lay(body)
  await page.evaluate(fillReferences, references(body, laid))
  await lay(documents.filter((d) => d.matter !== 'body'))

  const pages = numberPages(documents.map((d) => extentOf(d, laid)))
  await page.evaluate(fillContents, labelsOf(documents, laid, pages))
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

function extentOf(document: BookDocument, laid: ReadonlyMap<string, Laid>): Extent {
  return {
    id: document.id,
    matter: document.matter,
    pages: laid.get(document.id)?.pages ?? 1,
    // The colophon stands behind the title page.
    recto: document.kind !== 'colophon',
  }
}
