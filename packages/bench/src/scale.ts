import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchEditions } from './scale/editions.ts'
import { benchQuality } from './scale/quality.ts'
import { benchSizes } from './scale/sizes.ts'

/** What is measured unless said otherwise: what a machine does in some minutes. */
const USUAL = ['editions=10000', 'quality=4000', 'sizes=30,100']

/**
 * The build of many editions, and the search for shared passages in many files.
 *
 * @param args `editions=COUNT`, `quality=ARTICLES` (each is printed two and a half times on average),
 *   `sizes=MB,MB,…`; all three of a usual size unless given. TMPDIR must have room for twice the largest size.
 */
export async function benchScale(args: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'huijiao-scale-'))
  try {
    for (const [index, arg] of (args.length === 0 ? USUAL : args).entries()) {
      const [what = '', numbers = ''] = arg.split('=')
      const values = numbers.split(',').map(Number)
      const [first = 0] = values
      const place = join(folder, String(index))
      if (values.some((value) => !(value > 0))) throw new Error(`${arg}: expected a number above 0`)
      if (what === 'editions') await benchEditions(first, place)
      else if (what === 'quality') await benchQuality(first, place)
      else if (what === 'sizes') await benchSizes(values, place)
      else throw new Error(`${arg}: expected editions=, quality= or sizes=`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
