import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeCommand, type Run, timed } from '../timing.ts'
import { writePages } from './corpus.ts'
import { megabytes, seconds } from './editions.ts'

const COMMAND = join(dirname(fileURLToPath(import.meta.url)), '../../../cli/bin/huijiao.js')

/** Seed of the made archives; no number of `reuse` was chosen on it. */
const SEED = 20

/** Sketching and searching archives of several sizes, by the commands as users run them. */
export async function benchSizes(sizes: readonly number[], folder: string): Promise<void> {
  const points: { mb: number; cpu: number }[] = []
  for (const mb of sizes) {
    const [pages, sketches] = [join(folder, 'pages'), join(folder, 'sketches')]
    const characters = await writePages(pages, mb * 1e6, SEED)
    const run = (args: readonly string[]): Promise<Run> =>
      timed(process.execPath, nodeCommand(COMMAND, args))
    const sketch = await run(['sketch', pages, '--out', sketches])
    const rows = await sizeOf(sketches)
    let spilled = 0
    const look = async (): Promise<void> => {
      spilled = Math.max(spilled, (await sizeOf(sketches)) - rows)
    }
    // What cannot be looked at just now is looked at again.
    const watch = setInterval(() => void look().catch(() => undefined), 500)
    const reuse = await run(['reuse', sketches, '--memory', '4GB', '--threads', '2'])
    clearInterval(watch)
    console.log(
      `${mb} MB (${(characters / 1e6).toFixed(0)} M characters): ` +
        `sketch ${seconds(sketch.cpu)} CPU, ${megabytes(sketch.memory)}, ${megabytes(rows)} of sketches; ` +
        `reuse ${seconds(reuse.cpu)} CPU, ${megabytes(reuse.memory)}, ${megabytes(spilled)} on disk`,
    )
    points.push({ mb, cpu: sketch.cpu + reuse.cpu })
    await rm(folder, { recursive: true, force: true })
  }
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || first === last) return
  const exponent = Math.log(last.cpu / first.cpu) / Math.log(last.mb / first.mb)
  const tenGigabytes = (last.cpu * (10_000 / last.mb) ** exponent) / 3_600_000
  console.log(
    `growth exponent ${exponent.toFixed(2)}; 10 GB by it: ${tenGigabytes.toFixed(2)} hours of CPU`,
  )
}

/** Bytes of all files below a folder. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  let size = 0
  for (const entry of entries.filter((each) => each.isFile())) {
    size += (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0
  }
  return size
}
