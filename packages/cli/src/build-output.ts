import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { FORMATS, type MadeBook, type Outcome, TASKS, type TaskLine } from '@huijiao/build'
import { STAGES, type Stage } from '@huijiao/parse'
import { progress } from './progress.ts'
import type { Voice } from './words/words.ts'

/** How a build is told. */
export interface BuildOutput {
  readonly json?: boolean
  readonly quiet?: boolean
}

/** Editions of which each is told; of more only those in which something changed. */
const LISTED = 20

/** Tells of a build: how far it is, what its programs say, what became of each edition, and all in one line. */
export function buildOutput(
  count: number,
  { json = false, quiet = false }: BuildOutput,
  voice: Voice,
) {
  const { step, done } = progress('build', json || quiet ? 'never' : 'silent', voice.timeLeft)
  const began = new Map<string, string[]>()
  const cached = new Map<string, string[]>()
  const line = ({ edition, task, text, isCached }: TaskLine): void => {
    const id = `${edition}:${task}`
    const said = began.get(id) ?? []
    began.set(id, said)
    if (isCached) cached.set(edition, [...(cached.get(edition) ?? []), task])
    const stage = stageIn(text)
    step(
      stage === null ? id : `${id}: ${voice.parse.stages[stage]}`,
      (began.size - 1) / (count * TASKS.length),
    )
    if (text === null || stage !== null || isIdle(text, said)) return
    said.push(text)
    if (json || quiet) return
    done()
    console.error(count === 1 ? text : `${id}: ${text}`)
  }
  const outcome = (outcome: Outcome): void => {
    const { edition, state } = outcome
    const isBad = state === 'part' || state === 'refused' || state === 'failed'
    if (isBad && quiet && !json)
      for (const { name } of TASKS)
        for (const text of began.get(`${edition.name}:${name}`) ?? []) console.error(text)
    if (json || (quiet && !isBad)) return
    if (state === 'unchanged' && count > LISTED) return
    done()
    for (const text of describe(outcome, voice.build)) console.log(text)
    const doubtful = count === 1 && state === 'whole' ? doubtfulIn(edition.folder) : 0
    if (doubtful > 0)
      console.log(
        voice.hint + voice.build.next(doubtful, relative(process.cwd(), edition.folder) || '.'),
      )
  }
  const end = (outcomes: readonly Outcome[]): void => {
    if (json) {
      const data = outcomes.map((o) => ({ ...dataOf(o), cached: cached.get(o.edition.name) ?? [] }))
      console.log(JSON.stringify(data, null, 1))
    } else if (!quiet && count !== 1) console.log(summary(outcomes, voice.build))
  }
  return { line, outcome, end, rest: done }
}

/**
 * Whether a line says nothing that a person needs: of a result, which is told at the end; of a tree that is not there, which
 * its own program has said; of the inside of Node where memory has ended.
 */
function isIdle(text: string, said: readonly string[]): boolean {
  if (said.some((line) => line.startsWith('FATAL ERROR: '))) return true
  return /^dist\/\S+ {2}|^dist\/edition\.json: \S+ file[:：]|^$|^<---|^\[\d+:0x/u.test(text)
}

/** The stage that a line of `huijiao parse` tells, and nothing else. */
function stageIn(text: string | null): Stage | null {
  const name = /^[^:]+: (\w+)$/u.exec(text ?? '')?.[1]
  return STAGES.find((stage) => stage === name) ?? null
}

/** An outcome as data: books by format, with path, size in bytes and number of pages. */
function dataOf({ edition: { name, folder }, state, made }: Outcome) {
  const books = made?.books.map(({ path, ...book }) => ({
    ...book,
    path: relative(process.cwd(), join(folder, 'dist', path)),
  }))
  return { edition: name, folder, state, title: made?.title ?? null, books: books ?? [] }
}

/** Exit codes from here on tell that a signal ended a program, as the system does where memory is too small. */
const SIGNALLED = 128

function describe(
  { edition: { name, folder }, made, state, code = 0 }: Outcome,
  words: Voice['build'],
): string[] {
  if (made === null) {
    const failed = code > SIGNALLED ? words.ended(code - SIGNALLED) : words.failed
    const old = existsSync(join(folder, 'dist', 'edition.json')) ? words.old : ''
    return [name, `  ${state === 'refused' ? words.refused : failed}${old}`]
  }
  const size = (bytes: number) =>
    bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(2)} MB`
  const told = ({ format, label, path, bytes, pages }: MadeBook): string => {
    const called = words.labels[format] ?? label
    const name = `  ${called}${' '.repeat(Math.max(0, WIDEST - columns(called)))}`
    if (bytes === null) return `${name}  ${words.missing}`
    const at = relative(process.cwd(), join(folder, 'dist', path))
    return `${name}  ${at}  ${size(bytes)}${pages === undefined ? '' : `, ${words.pages(pages)}`}`
  }
  return [`${name} ${made.title}`, ...made.books.map(told)]
}

/** Columns of the longest name of a format. */
const WIDEST = Math.max(...FORMATS.map(({ label }) => label.length))

/** Columns of a terminal that a name takes: Han characters take two. */
const columns = (name: string): number =>
  [...name].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0)

/** Places of an edition that an editor should look at, as its report counts them. */
function doubtfulIn(folder: string): number {
  const report = JSON.parse(readFileSync(join(folder, 'dist/report.json'), 'utf8')) as {
    readonly loci: readonly unknown[]
    readonly gaps: readonly unknown[]
  }
  return report.loci.length + report.gaps.length
}

function summary(outcomes: readonly Outcome[], words: Voice['build']): string {
  const count = (state: Outcome['state']): number =>
    outcomes.filter((outcome) => outcome.state === state).length
  return words.summary({
    whole: count('whole'),
    unchanged: count('unchanged'),
    part: count('part'),
    refused: count('refused'),
    failed: count('failed'),
  })
}
