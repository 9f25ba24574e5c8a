import { createHash } from 'node:crypto'
import type { Edition } from '@huijiao/ast'
import { clean, present } from '@huijiao/hast'
import type { ElementContent } from 'hast'
import { comparisonOf } from './comparing/pages.ts'
import { comparePages } from './comparing/write.ts'
import { bibtex, citationFile } from './front/citation.ts'
import type { Download } from './front/downloads.ts'
import { frontPage } from './front/front-page.ts'
import { facesFor } from './page/faces.ts'
import { type Page, pageHtml, type Step } from './page/frame.ts'
import { readingOf } from './reading/pages.ts'
import { readingPages } from './reading/write.ts'
import { keyTable } from './searching/keys.ts'
import { searchTexts } from './searching/texts.ts'
import { sourcePages } from './sources/pages.ts'
import type { SourceRecord } from './sources/record.ts'
import { writtenSources } from './sources/write.ts'
import { wordsFor } from './words/index.ts'

/** What of an edition lies in its `dist/`, for its part of the site. */
export interface EditionFiles {
  readonly edition: Edition
  readonly downloads: readonly Download[]
  /** A PNG. */
  readonly cover: Uint8Array | null
  /** Pages of the printed book. */
  readonly pages: number | null
  /** Empty where the build has left none. */
  readonly sources: readonly SourceRecord[]
}

/** What the front of the site shows of an edition. */
export interface Card {
  readonly id: string
  readonly title: string
  readonly subtitle?: string
  readonly description?: string
  readonly date: string
  readonly language: string
  readonly works: number
  readonly witnesses: number
  /** Formats to download, books first. */
  readonly formats: readonly { readonly format: string; readonly path: string }[]
  /** All files to download, below the edition's `dist/`. */
  readonly files: readonly { readonly path: string }[]
  /** SHA-256 over all files of the edition on the site. */
  readonly digest: string
}

/** What an edition brings to the index of the search; it is for putting the site together, and not published. */
export const GRAMS = 'search/grams.json'

/** The files of an edition on the site, by their path below its folder; `card.json` among them. */
export type SiteFiles = ReadonlyMap<string, string | Uint8Array>

/** Renders an edition's part of the site. The same files give the same bytes. */
export async function renderEdition(from: EditionFiles): Promise<SiteFiles> {
  const { edition, downloads, cover } = from
  const { meta } = edition
  const folder = meta.id
  const words = wordsFor(meta.language)
  const root: Step = { title: words.editions, path: 'index.html' }
  const own: Step = { title: clean(meta.shortTitle ?? meta.title), path: `${folder}/index.html` }
  const faces = `${folder}/faces.css`
  const entries = present(edition).flatMap((work) => work.entries)
  const sources = sourcePages(edition, from.sources, folder)
  const comparison = comparisonOf(edition, entries, sources.show, folder)
  const reading = readingOf(edition, entries, folder, comparison.pageOfLocus)
  const { pageOf } = reading
  const compareOf = comparison.pageOfWork
  const front = frontPage(edition, {
    folder,
    trail: [root],
    faces,
    cover: cover === null ? null : `${folder}/cover.png`,
    downloads,
    pages: from.pages,
    reading: reading.pages,
    compareOf,
    sourceOf: (file) => sources.firstOf.get(file),
  })
  const trail = [root, own]
  const pages: Page[] = [
    front,
    ...readingPages(edition, reading, { trail, faces, compareOf }),
    ...comparePages(edition, comparison, { trail, faces, pageOf }),
    ...writtenSources(edition, sources, { trail, pageOf }),
  ]
  const text: ElementContent[] = pages.flatMap((page) =>
    page.faces === undefined ? [] : page.main,
  )
  const cut = await facesFor(text)
  const files = new Map<string, string | Uint8Array>()
  const within = (path: string): string => path.slice(folder.length + 1)
  for (const page of pages) files.set(within(page.path), pageHtml(page, words, meta.generator))
  files.set('faces.css', cut.css)
  for (const [path, bytes] of cut.files) files.set(path, bytes)
  for (const [path, bytes] of reading.pictures) files.set(within(path), bytes)
  if (cover !== null) files.set('cover.png', cover)
  const { parts, grams } = searchTexts(edition, folder, pageOf, keyTable())
  for (const [i, part] of parts.entries()) files.set(`search/${i + 1}.json`, JSON.stringify(part))
  files.set(GRAMS, JSON.stringify(grams))
  files.set('files/CITATION.cff', citationFile(meta))
  files.set(`files/${meta.id}.bib`, bibtex(meta))
  files.set('card.json', `${JSON.stringify(cardOf(from, files), null, 1)}\n`)
  return files
}

function cardOf({ edition, downloads }: EditionFiles, files: SiteFiles): Card {
  const { meta } = edition
  const hash = createHash('sha256')
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\n`).update(content)
  }
  for (const { path, sha256 } of downloads) hash.update(`${path}\n${sha256}\n`)
  return {
    id: meta.id,
    title: clean(meta.title),
    ...(meta.subtitle === undefined ? {} : { subtitle: clean(meta.subtitle) }),
    ...(meta.description === undefined ? {} : { description: clean(meta.description) }),
    date: meta.date.slice(0, 10),
    language: meta.language,
    works: edition.children.length,
    witnesses: meta.witnesses.length,
    formats: downloads
      .filter(({ path }) => !path.includes('/'))
      .map(({ format, path }) => ({ format, path })),
    files: downloads.map(({ path }) => ({ path })),
    digest: hash.digest('hex'),
  }
}
