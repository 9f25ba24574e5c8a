import type { Laid } from '../laid.ts'
import { breakPages } from '../paginate/break.ts'
import type { PageShape } from '../paginate/model.ts'
import { measure } from './galley.ts'
import { impose } from './impose.ts'
import { look } from './look.ts'
import { type DocumentJob, settle } from './settle.ts'
import { placesOf, startsOf } from './survey.ts'
import { documentOf } from './texts.ts'

/**
 * Breaks documents into pages, and tells what stands where.
 *
 * Of all documents all is read before anything is changed: else each would be laid out once more for the next.
 *
 * @param shape of a page, in pixels.
 */
export function layOutDocuments(options: {
  readonly jobs: readonly DocumentJob[]
  readonly shape: PageShape
}): Laid[] {
  const { jobs, shape } = options
  settle(jobs)
  const read = jobs.map((job) => {
    const measured = measure(documentOf(job.id), shape.height)
    const pages = breakPages(measured, shape)
    const breaks = look(measured, pages, shape)
    const laid = {
      id: job.id,
      pages: pages.length,
      starts: startsOf(job, measured, pages, breaks.spots),
      ...placesOf(measured, pages, shape),
    }
    return { measured, breaks, laid }
  })
  for (const { measured, breaks } of read) impose(measured, breaks, shape)
  return read.map(({ laid }) => laid)
}
