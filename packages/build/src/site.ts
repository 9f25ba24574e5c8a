import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeHash } from './code.ts'
import type { EditionFolder } from './editions.ts'
import { type House, sourcesFolder } from './house.ts'

/** Where the site of all editions lies: beside the folder of editions. */
export const siteFolder = (): string => join(dirname(sourcesFolder()), 'dist/site')

/**
 * Puts the parts that editions have made for the site together. What has not changed is left as it lies.
 *
 * @returns how many editions it has; null where none has a part.
 * @throws {Error} where the program fails, which has said why.
 */
export async function assembleSite(
  editions: readonly EditionFolder[],
  { programs }: Pick<House, 'programs'>,
  out: string,
): Promise<number | null> {
  const dists = editions
    .map(({ folder }) => join(folder, 'dist'))
    .filter((dist) => existsSync(join(dist, 'site/card.json')))
  const room = programs.get('site')
  if (room === undefined || dists.length === 0) return null
  const program = join(room, 'bin/huijiao-site.js')
  const args = [program, 'house', '--out', out, '--stamp', await codeHash(room)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'inherit'] })
  child.stdin.end(dists.join('\n'))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0)
    throw new Error(`the site could not be put together: its program ended with ${code}`)
  return dists.length
}
