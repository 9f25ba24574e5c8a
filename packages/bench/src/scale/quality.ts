import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ARCHIVE, type ArchiveFile, makeArchive } from '@huijiao/noise'
import {
  docOf,
  findReuse,
  gramsOf,
  groupsIn,
  packSketches,
  type Sketch,
  readRows,
  sketchesIn,
} from '@huijiao/reuse'
import { randIndex } from './rand-index.ts'

/** Seed of the made archive; no number of `reuse` was chosen on it. */
const SEED = 21

/** Files sketched together. */
const BATCH = 2000

/** A passage that ought to be found, in characters. */
const PASSAGE = 200

/**
 * What is found of the printings of made articles, one in each file, 5 % of the characters of each printing
 * wrong (so that two differ in nearly every tenth): of pairs of files that share 200 characters or more, how many;
 * of the passages found, how many are of one article; and how well the groups are the articles (adjusted Rand index).
 */
export async function benchQuality(articles: number, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const files = new Map<string, ArchiveFile>()
  let batch: Sketch[] = []
  const flush = async (): Promise<void> => {
    const packed = packSketches(batch)
    for (const { name, bytes } of [packed.grams, packed.files])
      await writeFile(join(folder, name), bytes)
    batch = []
  }
  for (const made of makeArchive({ ...ARCHIVE, articles }, SEED)) {
    files.set(made.file, { ...made, text: '' })
    batch.push({ file: made.file, sha256: '', grams: gramsOf(made.text) })
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  await findReuse(folder, await sketchesIn(folder), { memory: '4GB', threads: 2 })

  const byDoc = new Map([...files.values()].map((made) => [docOf(made.file), made]))
  const found = new Set<string>()
  let [passages, right] = [0, 0]
  for (const row of await readRows(join(folder, 'passages.parquet'))) {
    const [one, other] = [byDoc.get(row['doc'] as bigint), byDoc.get(row['other'] as bigint)]
    if (one === undefined || other === undefined) continue
    passages += 1
    if (one.article === other.article) right += 1
    found.add(pairOf(one, other))
  }
  const pairs = sharing([...files.values()])
  const recalled = pairs.filter((pair) => found.has(pair)).length
  const groups = new Map<string, string>()
  let count = 0
  for await (const { id, members } of groupsIn(join(folder, 'members.parquet'))) {
    count += 1
    for (const { file } of members) if (!groups.has(file)) groups.set(file, id)
  }
  const printings = new Map<number, number>()
  for (const { article } of files.values()) {
    printings.set(article, (printings.get(article) ?? 0) + 1)
  }
  const reprinted = [...printings.values()].filter((times) => times > 1).length
  const index = randIndex(
    [...files.values()].map((f) => [String(f.article), groups.get(f.file) ?? f.file]),
  )
  console.log(
    `${files.size} files of ${articles} articles: recall ${share(recalled, pairs.length)}, ` +
      `precision ${share(right, passages)}, adjusted Rand index ${index.toFixed(4)}; ` +
      `${count} groups of ${reprinted} articles printed more than once`,
  )
}

const share = (part: number, whole: number): string =>
  `${(part / whole).toFixed(4)} (${part} of ${whole})`

const pairOf = (one: ArchiveFile, other: ArchiveFile): string =>
  one.file < other.file ? `${one.file} ${other.file}` : `${other.file} ${one.file}`

/** The pairs of files that print the same part of an article, long enough that it ought to be found. */
function sharing(files: readonly ArchiveFile[]): string[] {
  const pairs: string[] = []
  const byArticle = new Map<number, ArchiveFile[]>()
  for (const file of files) {
    const printings = byArticle.get(file.article)
    if (printings === undefined) byArticle.set(file.article, [file])
    else printings.push(file)
  }
  for (const printings of byArticle.values()) {
    for (const [index, one] of printings.entries()) {
      for (const other of printings.slice(index + 1)) {
        const end = Math.min(one.part.end, other.part.end)
        if (end - Math.max(one.part.start, other.part.start) >= PASSAGE)
          pairs.push(pairOf(one, other))
      }
    }
  }
  return pairs
}
