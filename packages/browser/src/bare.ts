import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from './cache.ts'
import type { Env } from './env.ts'
import { writeFontconfig } from './fontconfig.ts'
import { keptFolder } from './kept.ts'

/** A TrueType font with nothing but a space: without any font Chromium lays out nothing at all. */
const BLANK = new URL('../data/blank.ttf', import.meta.url)

/**
 * The path of a fontconfig file that lists a blank font and no other, in a folder of the cache. Content then brings its
 * own faces, and one browser can set any number of books.
 *
 * @throws {Error} when the cache cannot be written.
 */
export async function bareFontconfig(env: Env): Promise<string> {
  const folder = join(cacheFolder(env), 'no-fonts-2')
  await keptFolder(folder, async (draft) => {
    await writeFontconfig(draft, new Map([['blank.ttf', await readFile(BLANK)]]), folder)
  })
  return join(folder, 'fonts.conf')
}
