import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '@huijiao/files'
import type { EditionFolder } from './editions.ts'
import { filesBelow, isSource, type Stamp } from './files.ts'

/** What was made of an edition. */
export interface Made {
  readonly title: string
  /** One for each format that was asked for. */
  readonly books: readonly MadeBook[]
}

/** A file that people open. */
export interface MadeBook {
  /** The name of the format. */
  readonly format: string
  /** As people call it. */
  readonly label: string
  /** Below `dist/`. */
  readonly path: string
  /** Size in bytes; null where it could not be made. */
  readonly bytes: number | null
  /** Number of its pages, where it has pages. */
  readonly pages?: number
}

/** An edition's sources as they stood at a moment. */
export interface Sources {
  readonly files: readonly Stamp[]
  /** When they were listed, milliseconds since 1970. */
  readonly listed: number
}

/** What stands on disk of an edition that was made in full. */
interface BuildRecord {
  readonly state: string
  readonly made: Made
}

/** Milliseconds within which two changes of a file can bear one time: the coarsest clock of file systems in use. */
const CLOCK = 2000

/** Lists the sources of an edition. */
export function sourcesOf({ folder }: EditionFolder): Sources {
  return { files: filesBelow(folder, isSource), listed: Date.now() }
}

/** What was made of an edition, where nothing has changed since; null where it must be looked at. */
export function unchanged(records: string, edition: EditionFolder, code: string): Made | null {
  const text = readRecord(recordPath(records, edition))
  if (text === null) return null
  const record = parseRecord(text)
  if (record === null) return null
  const state = stateOf(edition, sourcesOf(edition), code)
  return record.state === state ? record.made : null
}

/**
 * Notes that an edition was made in full from the sources given; whole or not at all. Of sources so new that
 * they may have changed again within the same tick of the clock nothing is noted.
 */
export async function remember(
  records: string,
  edition: EditionFolder,
  sources: Sources,
  code: string,
  made: Made,
): Promise<void> {
  if (sources.files.some(({ changed }) => sources.listed - changed < CLOCK)) return
  const path = recordPath(records, edition)
  const state = stateOf(edition, sources, code)
  await writeWhole(path, JSON.stringify({ state, made } satisfies BuildRecord))
}

/** Forgets what was made of an edition, so that it is looked at. */
export const forget = (records: string, edition: EditionFolder): Promise<void> =>
  rm(recordPath(records, edition), { force: true })

/** A hash of names, sizes and times of an edition's sources and of what is in `dist/`, and of the code. */
function stateOf({ folder }: EditionFolder, sources: Sources, code: string): string {
  const made = filesBelow(join(folder, 'dist'), () => true)
  const lines = [sources.files, made].map((files) =>
    files.map(({ path, stamp }) => `${stamp} ${path}`).join('\n'),
  )
  return createHash('sha256')
    .update([code, ...lines].join('\n\n'))
    .digest('hex')
}

function readRecord(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function parseRecord(text: string): BuildRecord | null {
  try {
    return JSON.parse(text) as BuildRecord
  } catch {
    // Cut off: the edition is looked at, and the record written anew.
    return null
  }
}

const recordPath = (records: string, { folder }: EditionFolder): string =>
  join(records, `${createHash('sha256').update(folder).digest('hex')}.json`)
