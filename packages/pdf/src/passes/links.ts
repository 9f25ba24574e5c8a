import { destinationsOf } from '../destinations.ts'
import { homeLinks, writePlaces } from '../places.ts'
import { describeLinks } from '../structure/links.ts'
import { misplacedLinks, placeLinks } from '../structure/misplaced.ts'
import type { Job } from './job.ts'

/** Makes links within the book of those that say by their address what stands there. */
export function home(job: Job): void {
  job.places = homeLinks(job.file)
}

/** Finds links that the browser put on another page than their words. */
export function findMisplaced(job: Job): void {
  if (job.tags !== undefined) job.misplaced = misplacedLinks(job.tags)
}

/** Puts those links where their words are. */
export function moveMisplaced({ file, misplaced, pages }: Job): void {
  placeLinks(file, misplaced, (content) => pages.get(content.page)?.areas.get(content.mcid))
}

/** Gives what begins with a link a destination there. */
export function writeLinkPlaces({ file, places }: Job): void {
  writePlaces(file, places)
}

/** Shows the caller where the print has what is linked to. */
export function agree({ file, options }: Job): void {
  options.agree?.(destinationsOf(file))
}

/** Describes each link by its words. */
export function describe({ file, tags, pages }: Job): void {
  if (tags === undefined) return
  describeLinks(file, tags, (content) => pages.get(content.page)?.texts.get(content.mcid) ?? '')
}
