import { obstacles } from '../claim.ts'
import { lookupDict, name } from '../file.ts'
import { writePageLabels } from '../labels.ts'
import { writeMetadata } from '../metadata.ts'
import { writeOutline } from '../outline.ts'
import { PDFDict } from '../pdf-lib.ts'
import type { Job } from './job.ts'

export function writeBookmarks({ file, options }: Job): void {
  writeOutline(file, options.outline)
}

export function writeLabels({ file, options }: Job): void {
  writePageLabels(file, options.pageLabels)
}

/** Writes language, preferences of viewers, and destinations in the order of their names. */
export function writeCatalog({ file, options }: Job): void {
  const { catalog, context, document } = file
  catalog.delete(name('ViewerPreferences'))
  document.setLanguage(options.language)
  const preferences = document.catalog.getOrCreateViewerPreferences()
  preferences.setDisplayDocTitle(true)
  if (options.direction === 'r2l') preferences.dict.set(name('Direction'), name('R2L'))
  const old = lookupDict(catalog, 'Dests')
  if (old === undefined) return
  const entries = [...old.asMap()].map(([key, value]) => [key.asString(), key, value] as const)
  const sorted = PDFDict.withContext(context)
  for (const [, key, value] of entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    sorted.set(key, value)
  }
  catalog.set(name('Dests'), context.register(sorted))
}

/** Finds out what keeps the file from claiming PDF/UA-1. */
export function checkClaim(job: Job): void {
  let untagged = 0
  for (const page of job.pages.values()) untagged += page.untagged
  job.obstacles = obstacles(job.file, job.tags, untagged)
}

export function writeInfo({ file, options, obstacles: found }: Job): void {
  writeMetadata(file, options, found.length === 0)
}
