import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ARCHIVE, type ArchiveFile, makeArchive, random } from '@huijiao/noise'

/** Printings on a page; a page is a file. */
const ON_A_PAGE = 10

/** Pages that are filled at once, so that printings of one article come to stand on different ones. */
const OPEN = 500

/** Pages in one folder. */
const IN_A_FOLDER = 1000

/**
 * Writes an archive of a size in made-up language, ten printings a page, as files under a folder.
 *
 * @returns how many characters it has.
 */
export async function writePages(folder: string, bytes: number, seed: number): Promise<number> {
  const stream = random(seed)
  const open: string[][] = Array.from({ length: OPEN }, () => [])
  let [written, characters, pages] = [0, 0, 0]
  const close = async (page: string[]): Promise<void> => {
    if (page.length === 0) return
    const text = page.join('\n')
    const place = join(folder, String(Math.floor(pages / IN_A_FOLDER)))
    if (pages % IN_A_FOLDER === 0) await mkdir(place, { recursive: true })
    await writeFile(join(place, `p${pages}.txt`), text)
    pages += 1
    written += Buffer.byteLength(text)
    characters += text.length
    page.length = 0
  }
  for (const { text } of endless(seed)) {
    const page = open[stream.below(OPEN)] ?? []
    page.push(text)
    if (page.length === ON_A_PAGE) await close(page)
    if (written >= bytes) return characters
  }
  return characters
}

const endless = (seed: number): Generator<ArchiveFile> =>
  makeArchive({ ...ARCHIVE, articles: Infinity }, seed)
