import { createHash } from 'node:crypto'
import { readRows, writeLines } from './files.ts'

/** A stretch of a file, in code points of its text, `to` exclusive. */
export interface Span {
  readonly file: string
  /** SHA-256 of the file when it was sketched. */
  readonly sha256: string
  readonly from: number
  readonly to: number
}

/** Stretches of files that share passages, directly or through others: an edition, perhaps. */
export interface Group {
  /** Told by its members: the same members, the same name. */
  readonly id: string
  readonly members: readonly Span[]
}

/** Rows read at once: a few megabytes. */
const ROWS = 50_000

/** The groups of the `members` step, from its Parquet file, in its order. */
export async function* groupsIn(path: string): AsyncGenerator<Group> {
  let label: unknown = null
  let members: Span[] = []
  for (let rowStart = 0; ; rowStart += ROWS) {
    const rows = await readRows(path, { rowStart, rowEnd: rowStart + ROWS })
    for (const row of rows) {
      if (row['members_of'] !== label && members.length > 0) {
        yield groupOf(members)
        members = []
      }
      label = row['members_of']
      members.push({
        file: String(row['file']),
        sha256: String(row['sha256']),
        from: Number(row['from_place']),
        to: Number(row['to_place']),
      })
    }
    if (rows.length < ROWS) break
  }
  if (members.length > 0) yield groupOf(members)
}

/** A group of the members given, with the name that they give it. */
export function groupOf(members: readonly Span[]): Group {
  const hash = createHash('sha256')
  for (const { file, from, to } of members) hash.update(`${file}\n${from} ${to}\n`)
  return { id: `g${hash.digest('hex').slice(0, 12)}`, members }
}

/** How many there were. */
export interface Told {
  readonly groups: number
  readonly files: number
  readonly spans: number
}

/** Writes groups as lines of JSON, whole or not at all, and lets each be seen to as it passes. */
export async function writeGroups(
  path: string,
  groups: AsyncIterable<Group>,
  each: (group: Group) => Promise<void>,
): Promise<Told> {
  const files = new Set<string>()
  let [count, spans] = [0, 0]
  await writeLines(path, async (write) => {
    for await (const group of groups) {
      await write(`${JSON.stringify(group)}\n`)
      await each(group)
      for (const { file } of group.members) files.add(file)
      count += 1
      spans += group.members.length
    }
  })
  return { groups: count, files: files.size, spans }
}
