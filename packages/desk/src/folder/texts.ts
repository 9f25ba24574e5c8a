import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { FileError, readRegular } from '@huijiao/files'

/** The files that an editor writes. */
const WRITTEN = ['edition.yaml', 'rulings.yaml'] as const

export type WrittenFile = (typeof WRITTEN)[number]

/** What stands in them; null where there is no such file. */
export type Texts = Readonly<Record<WrittenFile, string | null>>

/** Most bytes of each; the parser allows as many. */
const MOST = 4 * 2 ** 20

/** Reads what the editor has written so far. */
export async function readTexts(folder: string): Promise<Texts> {
  const read = async (name: WrittenFile): Promise<string | null> => {
    try {
      const bytes = await readRegular(join(folder, name), { most: MOST, within: folder })
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    } catch (error) {
      if (error instanceof FileError && error.code === 'ENOENT') return null
      throw error
    }
  }
  return { 'edition.yaml': await read('edition.yaml'), 'rulings.yaml': await read('rulings.yaml') }
}

/** A short name of the state of these files: another for every other text. */
export function stampOf(texts: Texts): string {
  const hash = createHash('sha256')
  for (const name of WRITTEN) hash.update(JSON.stringify(texts[name]))
  return hash.digest('hex').slice(0, 16)
}

/** The files in which two states differ. */
export const changedBetween = (one: Texts, two: Texts): WrittenFile[] =>
  WRITTEN.filter((name) => one[name] !== two[name])
