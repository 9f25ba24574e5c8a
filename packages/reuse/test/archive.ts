import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ARCHIVE, type ArchiveFile, type ArchiveOptions, makeArchive } from '@huijiao/noise'

/** The text of a file that was written as UTF-8. */
export const read = async (_file: string, bytes: Uint8Array): Promise<string> =>
  new TextDecoder().decode(bytes)

/** Writes a made archive into a folder; gives its files by path. */
export async function writeArchive(
  folder: string,
  options: Partial<ArchiveOptions> & { readonly articles: number },
  seed: number,
): Promise<Map<string, ArchiveFile>> {
  const files = new Map<string, ArchiveFile>()
  for (const made of makeArchive({ ...ARCHIVE, ...options }, seed)) {
    const path = join(folder, made.file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, made.text)
    files.set(path, made)
  }
  return files
}

/** Characters of an article that two files both print. */
export function common(a: ArchiveFile, b: ArchiveFile): number {
  if (a.article !== b.article) return 0
  return Math.min(a.part.end, b.part.end) - Math.max(a.part.start, b.part.start)
}
