import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type * as DuckDb from '@duckdb/node-api'
import manifest from '../package.json' with { type: 'json' }
import type { Parameters, Step } from './steps.ts'
import { stepsOf } from './steps.ts'

/** How much of a machine the query takes. */
export interface EngineSettings {
  /** Where it spills what does not fit into memory; made, and taken away at the end. */
  readonly spill: string
  /** As DuckDB reads it: `4GB`. */
  readonly memory: string
  readonly threads: number
}

/** Where the rows come from and where they go. */
export interface QueryFiles {
  /** Paths of the Parquet files with grams, and with the files they are of. */
  readonly grams: readonly string[]
  readonly files: readonly string[]
  /** Where rows go, by the name of their step: Parquet, in an order that is always the same. */
  readonly out: ReadonlyMap<string, string>
}

/** Columns that put the rows of a step in one order. */
const ORDER: Readonly<Record<string, string>> = {
  passages: 'doc, other, from_place, other_from',
  boilerplate: 'doc, from_place',
  members: 'members_of, file, from_place',
}

/** Runs the SQL text on DuckDB, in this process. */
export async function runOnDuckDb(
  { grams, files, out }: QueryFiles,
  parameters: Parameters,
  { spill, memory, threads }: EngineSettings,
  progress: (step: string) => void = () => {},
): Promise<void> {
  const { DuckDBInstance } = await engine()
  await rm(spill, { recursive: true, force: true })
  await mkdir(spill, { recursive: true })
  const database = await DuckDBInstance.create(join(spill, 'reuse.duckdb'), {
    memory_limit: memory,
    threads: String(threads),
    temp_directory: join(spill, 'temp'),
    preserve_insertion_order: 'false',
  })
  const connection = await database.connect()
  try {
    await connection.run(`CREATE VIEW grams AS SELECT * FROM read_parquet(${list(grams)})`)
    await connection.run(`CREATE VIEW files AS SELECT * FROM read_parquet(${list(files)})`)
    for (const step of stepsOf(parameters)) {
      progress(step.name)
      if (step.isRound) await untilStill(connection, step)
      else await connection.run(`CREATE TABLE ${step.name} AS ${step.select}`)
      const path = out.get(step.name)
      if (path !== undefined) await copy(connection, step.name, path)
    }
  } finally {
    connection.closeSync()
    database.closeSync()
    await rm(spill, { recursive: true, force: true })
  }
}

/** DuckDB is 70 MB, and only who looks through very many files needs it: it is installed on demand. */
async function engine(): Promise<typeof DuckDb> {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'))
      throw error
    const name = `@duckdb/node-api@${manifest.peerDependencies['@duckdb/node-api']}`
    throw new Error(`DuckDB is not installed, and the query runs on it: npm install ${name}`, {
      cause: error,
    })
  }
}

/** Replaces the rows of a step by those of its SELECT until their sum no longer changes. */
async function untilStill(
  connection: DuckDb.DuckDBConnection,
  { name, select }: Step,
): Promise<void> {
  let before = await sum(connection, name)
  for (;;) {
    await connection.run(`CREATE TABLE next_${name} AS ${select}`)
    await connection.run(`DROP TABLE ${name}`)
    await connection.run(`ALTER TABLE next_${name} RENAME TO ${name}`)
    const after = await sum(connection, name)
    if (after === before) return
    before = after
  }
}

/** Labels only ever grow less, so that an equal sum is an equal table. */
async function sum(connection: DuckDb.DuckDBConnection, name: string): Promise<string> {
  const reader = await connection.runAndReadAll(`SELECT CAST(SUM(label) AS VARCHAR) FROM ${name}`)
  return String(reader.getRows()[0]?.[0] ?? '')
}

async function copy(
  connection: DuckDb.DuckDBConnection,
  name: string,
  path: string,
): Promise<void> {
  const rows = `SELECT * FROM ${name} ORDER BY ${ORDER[name] ?? 'ALL'}`
  await connection.run(`COPY (${rows}) TO ${text(path)} (FORMAT parquet)`)
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
const list = (values: readonly string[]): string => `[${values.map(text).join(', ')}]`
