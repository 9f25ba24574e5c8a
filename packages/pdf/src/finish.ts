import { PdfError } from './errors.ts'
import { openPdf } from './file.ts'
import type { FinishOptions } from './options.ts'
import { newJob } from './passes/job.ts'
import { runPasses } from './passes/passes.ts'
import { savePdf } from './save.ts'

/** A finished PDF, and what keeps it from claiming PDF/UA-1, in words. */
export interface Finished {
  readonly bytes: Uint8Array
  readonly obstacles: readonly string[]
}

/**
 * Finishes the PDF that the browser printed: exact boxes, bookmarks, page labels, metadata, tags and inks.
 * Equal bytes and options give equal bytes.
 *
 * @throws {PdfError} when the file is not the print that the options describe.
 */
export async function finishPdf(bytes: Uint8Array, options: FinishOptions): Promise<Uint8Array> {
  return (await finish(bytes, options)).bytes
}

/** Like {@link finishPdf}, and tells whether the result is accessible. */
export async function finish(bytes: Uint8Array, options: FinishOptions): Promise<Finished> {
  const file = await openPdf(bytes)
  const { expectedPages = file.pages.length } = options
  if (expectedPages !== file.pages.length) {
    throw new PdfError('page-count', `expected ${expectedPages} pages, got ${file.pages.length}`)
  }
  const job = newJob(file, options)
  runPasses(job)
  return { bytes: await savePdf(file, options.id), obstacles: job.obstacles }
}
