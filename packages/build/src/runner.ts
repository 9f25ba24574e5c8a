import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fault, InputError } from '@huijiao/model'
import type { Interrupt } from './interrupt.ts'
import { stop } from './stop.ts'
import { StoreError } from './store.ts'

/** How one task ended: 0 made, now or before; else the exit code of its program. */
export type Endings = ReadonlyMap<`${string}#${string}`, number>

/** What the task runner is asked for. */
export interface RunSettings {
  /** Where this machine keeps what was made. */
  readonly cache: string
  readonly force: boolean
  /** Whether lines are given as they come; else those of a task together, when it has ended. */
  readonly isLive: boolean
  readonly interrupt: Interrupt
  readonly onLine: (line: TaskLine) => void
}

/** A line that a task has printed, or that it has ended. */
export interface TaskLine {
  readonly edition: string
  readonly task: string
  /** Null where the runner itself tells that the task is begun, or was found in the cache. */
  readonly text: string | null
  readonly isCached: boolean
}

/**
 * Refuses a cache shared over the network whose entries are not signed: whoever can write to it could put any
 * book in the place of ours.
 *
 * @throws {InputError} where `TURBO_API` is set and no key.
 */
export function checkRemote(env: NodeJS.ProcessEnv): void {
  const { TURBO_API: api, TURBO_REMOTE_CACHE_SIGNATURE_KEY: key = '' } = env
  if (api === undefined || api === '' || key.length >= SHORTEST_KEY) return
  throw new InputError([
    fault(
      'unsigned-cache',
      { file: 'TURBO_REMOTE_CACHE_SIGNATURE_KEY' },
      { api, least: SHORTEST_KEY, length: key.length },
    ),
  ])
}

/** Characters: 128 bits in hexadecimal, below which a keyed hash can be searched for its key. */
const SHORTEST_KEY = 32

/**
 * Runs the tasks of every package of a workspace, in order and in parallel, each made at most once for its inputs.
 *
 * @throws {Error} where the runner itself fails.
 * @throws {InterruptedError} where a signal ended it.
 */
export async function runTasks(
  workspace: string,
  tasks: readonly string[],
  { cache, force, isLive, interrupt, onLine }: RunSettings,
): Promise<Endings> {
  const bin = createRequire(import.meta.url).resolve('turbo/bin/turbo')
  const args = [
    'run',
    ...tasks,
    `--cache-dir=${cache}`,
    // An EPUB is made even where no browser is there for the PDF.
    '--continue=always',
    '--concurrency=100%',
    '--output-logs=new-only',
    `--log-order=${isLive ? 'stream' : 'grouped'}`,
    '--summarize',
    '--no-color',
    ...(force ? ['--force'] : []),
  ]
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: workspace,
    // A session of its own, which can be ended whole.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_GLOBAL_WARNING_DISABLED: '1',
      ...process.env,
    },
  })
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1))
  })
  const own: string[] = []
  const code = await interrupt.during(
    () => stop(child),
    async () => {
      await Promise.all([
        readLines(child.stdout, onLine, own),
        readLines(child.stderr, onLine, own),
      ])
      return ended
    },
  )
  interrupt.check()
  return readEndings(workspace, code, own)
}

/** Hands on what tasks print; what the runner says of itself is kept for where it fails. */
async function readLines(
  stream: Readable,
  onLine: RunSettings['onLine'],
  own: string[],
): Promise<void> {
  for await (const line of createInterface({ input: stream })) {
    const [, edition = '', task = '', text = ''] = /^([^:\s]+):(\w+): ?(.*)$/u.exec(line) ?? []
    if (task === '') own.push(line)
    else if (/^cache (?:hit|miss|bypass)\b/u.test(text))
      onLine({ edition, task, text: null, isCached: text.startsWith('cache hit') })
    else if (!text.startsWith('ERROR: command finished with error'))
      onLine({ edition, task, text, isCached: false })
  }
}

async function readEndings(
  workspace: string,
  code: number | string,
  own: readonly string[],
): Promise<Endings> {
  const folder = join(workspace, '.turbo/runs')
  const [report] = await readdir(folder).catch(() => [])
  if (report === undefined)
    throw new Error([`the task runner ended with ${code} and no report`, ...own].join('\n'))
  const { tasks } = reportIn(await readFile(join(folder, report), 'utf8'), folder)
  return new Map(tasks.map(({ taskId, execution }) => [taskId, execution?.exitCode ?? 1] as const))
}

/** @throws {StoreError} where the report is cut short: the disk is full. */
function reportIn(text: string, folder: string): Report {
  try {
    return JSON.parse(text) as Report
  } catch (error) {
    throw new StoreError(folder, error)
  }
}

interface Report {
  readonly tasks: readonly {
    readonly taskId: `${string}#${string}`
    readonly execution?: { readonly exitCode?: number | null } | null
  }[]
}
