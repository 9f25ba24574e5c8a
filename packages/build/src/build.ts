import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sweep } from '@huijiao/files'
import { fault, InputError } from '@huijiao/model'
import { deliver } from './deliver.ts'
import type { EditionFolder } from './editions.ts'
import type { House } from './house.ts'
import { hearInterrupts, type Interrupt } from './interrupt.ts'
import { type Made, remember, type Sources, sourcesOf, unchanged } from './record.ts'
import { runTasks, type TaskLine } from './runner.ts'
import { makeOwn } from './store.ts'
import { TREE } from './tasks.ts'
import { type Codes, codeOf, codesOf, layOut, type Wanted } from './workspace.ts'

/** What became of one edition. */
export interface Outcome {
  readonly edition: EditionFolder
  /**
   * `unchanged` since it was last made; `whole`, made now or taken from a cache; `part` of it; `refused`, its sources
   * being wrong; or `failed` otherwise. Of the last two, `dist/` is as it was.
   */
  readonly state: 'unchanged' | 'whole' | 'part' | 'refused' | 'failed'
  readonly made: Made | null
  /** How the program of the tree ended where it failed: beyond 128 a signal ended it. */
  readonly code?: number
}

/** Where the build works and what it does. */
export interface BuildSettings extends Wanted {
  readonly house: Pick<House, 'store' | 'programs'>
  readonly force: boolean
  /** Receives what the tasks print, and when one of them is begun or found in the cache. */
  readonly onLine?: (line: TaskLine) => void
}

/**
 * Editions that the task runner plans at once. Its planning grows faster than the number of packages: 1,000
 * cost 3 s of processor time, 10,000 cost 35 s (measured on made-up editions); smaller lots would start it
 * more often than its planning is worth.
 */
const LOT = 1000

/** How `huijiao parse` ends where the sources are wrong. */
const INPUT_FAULT = 2

/**
 * Makes the books of editions, each only where something has changed; gives what became of each, in order.
 *
 * @throws {InterruptedError} at a signal, once all that was started has ended and nothing is left half done.
 */
export async function* buildEditions(
  editions: readonly EditionFolder[],
  settings: BuildSettings,
): AsyncGenerator<Outcome> {
  const interrupt = hearInterrupts()
  try {
    yield* buildLots(editions, settings, interrupt)
  } finally {
    interrupt.rest()
  }
}

async function* buildLots(
  editions: readonly EditionFolder[],
  settings: BuildSettings,
  interrupt: Interrupt,
): AsyncGenerator<Outcome> {
  const { house, force } = settings
  const records = join(house.store, 'records')
  const codes = await codesOf(house.programs)
  const code = `${codeOf(codes)}\n${JSON.stringify(settings.sheet)}`
  const runs = join(house.store, 'runs')
  // Workspaces of builds that were killed.
  await sweep(runs, (name) => /^(\d+)-/u.exec(name)?.[1])
  let lot: EditionFolder[] = []
  for (const [index, edition] of editions.entries()) {
    interrupt.check()
    const made = force ? null : unchanged(records, edition, code)
    if (made === null) lot.push(edition)
    else yield { edition, state: 'unchanged', made }
    if (lot.length === LOT || (index === editions.length - 1 && lot.length > 0)) {
      yield* buildLot(lot, codes, code, settings, interrupt)
      lot = []
    }
  }
}

async function* buildLot(
  lot: readonly EditionFolder[],
  codes: Codes,
  code: string,
  { house: { store, programs }, force, only, sheet, onLine = () => {} }: BuildSettings,
  interrupt: Interrupt,
): AsyncGenerator<Outcome> {
  const runs = join(store, 'runs')
  await makeOwn(runs)
  // Named by the process, so that a later build can tell what an earlier one left when it was killed.
  const workspace = await mkdtemp(join(runs, `${process.pid}-`))
  try {
    const sources = new Map<EditionFolder, Sources>()
    for (const edition of lot) sources.set(edition, sourcesOf(edition))
    const paths = [...sources].map(([e, { files }]) => [e, files.map((f) => f.path)] as const)
    const choices = await layOut(workspace, programs, new Map(paths), codes, {
      only,
      sheet,
    })
    interrupt.check()
    for (const [edition, before] of sources) checkStill(edition, before)
    const tasks = [...new Set([...choices.values()].flatMap(({ run }) => [...run]))].sort()
    const cache = join(store, 'cache')
    const isLive = lot.length === 1
    const endings = await runTasks(workspace, tasks, { cache, force, isLive, interrupt, onLine })
    for (const [edition, read] of sources) {
      interrupt.check()
      const choice = choices.get(edition)
      const delivered = choice && (await deliver(workspace, edition, choice, endings))
      if (!delivered) {
        const code = endings.get(`${edition.name}#${TREE.name}`) ?? 1
        yield { edition, state: code === INPUT_FAULT ? 'refused' : 'failed', made: null, code }
        continue
      }
      const { made, isWhole } = delivered
      // Of what was made in part nothing is remembered, and what is remembered holds each part.
      if (isWhole && only === null)
        await remember(join(store, 'records'), edition, read, code, made)
      yield { edition, state: isWhole ? 'whole' : 'part', made }
    }
  } finally {
    await rm(workspace, { recursive: true, force: true })
  }
}

/** @throws {InputError} where a source has changed since it was listed: what was copied may be half of each. */
function checkStill(edition: EditionFolder, before: Sources): void {
  const after = sourcesOf(edition)
  const stamps = ({ files }: Sources): string[] => files.map((f) => `${f.path}: ${f.stamp}`)
  const known = new Set(stamps(before))
  const changed =
    stamps(after).find((line) => !known.has(line)) ??
    (after.files.length === before.files.length ? undefined : edition.folder)
  if (changed === undefined) return
  const what = changed.replace(/: [^:]*$/u, '')
  throw new InputError([fault('changed-while-read', { file: edition.folder }, { what })])
}
