import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readRows } from '../src/files.ts'
import { findReuse, sketchesIn } from '../src/reuse.ts'
import { sketchFiles } from '../src/sketch-files.ts'
import { read, writeArchive } from './archive.ts'

const run = promisify(execFile)
const SCRIPT = fileURLToPath(new URL('../../../deploy/spark/reuse.py', import.meta.url))

/** An interpreter of Python that has PySpark, and Java to run it on; null where one is missing. */
async function spark(): Promise<string | null> {
  const python = process.env['PYTHON'] ?? 'python3'
  try {
    await run('java', ['-version'])
    await run(python, ['-c', 'import pyspark'])
    return python
  } catch {
    console.log(
      'SKIPPED: Java or PySpark is not installed (pip install pyspark); PYTHON names the interpreter',
    )
    return null
  }
}

const python = await spark()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-spark-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it.skipIf(python === null)('Spark finds the same rows by the same SQL', async () => {
  const [here, there] = [join(folder, 'duckdb'), join(folder, 'spark')]
  const files = await writeArchive(join(folder, 'files'), { articles: 40 }, 11)
  await sketchFiles([...files.keys()], here, read)
  await cp(here, there, { recursive: true })
  await findReuse(here, await sketchesIn(here), {
    memory: '1GB',
    threads: 2,
    parameters: { max_files: 10 },
  })
  await run(python ?? '', [SCRIPT, there, 'max_files=10'], {
    env: {
      ...process.env,
      PYSPARK_PYTHON: python ?? '',
      SPARK_LOCAL_IP: '127.0.0.1',
      PYSPARK_SUBMIT_ARGS:
        '--master local[2] --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=4 pyspark-shell',
    },
  })
  for (const name of ['passages', 'boilerplate', 'members']) {
    const rows = await readRows(join(here, `${name}.parquet`))
    expect(rows.length).toBeGreaterThan(10)
    const plain = (row: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)]))
    expect((await readRows(join(there, `${name}.parquet`))).map(plain)).toEqual(rows.map(plain))
  }
})
