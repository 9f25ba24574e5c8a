import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '@huijiao/model'
import { rawFile, readFileAs } from '../../src/index.ts'

/**
 * One folder for each reader, or for each dialect that it reads: a file, the text that it must give (for each
 * witness, where it holds several) and what it must set aside, a line each.
 */
const FIXTURES = join(import.meta.dirname, '../fixtures')

export const folders: readonly string[] = readdirSync(FIXTURES)

const ours = (name: string): boolean => /^(?:expected|asides|README)\b/u.test(name)

export async function read(folder: string): Promise<readonly Source[]> {
  const names = readdirSync(join(FIXTURES, folder), { withFileTypes: true })
  const [file] = names.filter((entry) => entry.isFile() && !ours(entry.name))
  const bytes = (path: string): Uint8Array | undefined => {
    const place = join(FIXTURES, folder, path)
    return existsSync(place) ? readFileSync(place) : undefined
  }
  const name = file?.name ?? ''
  const raw = rawFile(name, bytes(name) ?? new Uint8Array(), { other: bytes })
  return (await readFileAs(raw, '甲')).sources
}

export const expected = (folder: string, name: string): string =>
  readFileSync(join(FIXTURES, folder, name), 'utf8')
