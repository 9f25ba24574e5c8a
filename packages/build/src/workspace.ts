import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { copyWhole } from '@huijiao/files'
import { type Choice, choose, formatsOf } from './choice.ts'
import { codeHash, type Packages } from './code.ts'
import type { EditionFolder } from './editions.ts'
import type { House } from './house.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { PASSED, TASKS } from './tasks.ts'

/** What is wanted of editions now, beside what each says itself. */
export interface Wanted {
  /** The formats that are wanted; null: all that each edition has. */
  readonly only: readonly string[] | null
  readonly sheet: Sheet
}

/** The code of this house by task, as hashes. */
export type Codes = ReadonlyMap<string, string>

export async function codesOf(programs: House['programs']): Promise<Codes> {
  const codes = new Map<string, string>()
  const packages: Packages = new Map()
  for (const [name, folder] of programs) codes.set(name, await codeHash(folder, packages))
  return codes
}

/** The code of all tasks, and the environment that changes what they make, as one text. */
export function codeOf(codes: Codes): string {
  const names = TASKS.flatMap(({ env }) => env)
  return [...codes.values(), ...names.map((name) => `${name}=${process.env[name] ?? ''}`)].join(
    '\n',
  )
}

/**
 * Lays out a workspace for the task runner in an empty folder: a package for each edition, with a copy of its
 * sources as they stand, and its tasks. Nothing is installed; npm, which comes with Node, starts them.
 *
 * No path of this machine stands in what the tasks are cached by, so that hosts share a cache.
 *
 * @param wanted the formats that are wanted, and how they are printed.
 * @returns the tasks of each edition.
 */
export async function layOut(
  folder: string,
  programs: House['programs'],
  editions: ReadonlyMap<EditionFolder, readonly string[]>,
  codes: Codes,
  { only, sheet }: Wanted,
): Promise<ReadonlyMap<EditionFolder, Choice>> {
  const bin = join(folder, 'node_modules/.bin')
  for (const place of [bin, join(folder, 'code')]) await mkdir(place, { recursive: true })
  // One program may do several tasks.
  const folders = new Map(TASKS.map(({ name, program }) => [program, programs.get(name)]))
  for (const [program, folder] of folders) {
    if (folder !== undefined)
      await symlink(join(folder, 'bin', `${program}.js`), join(bin, program))
  }
  for (const [task, hash] of codes) await writeFile(join(folder, 'code', task), `${hash}\n`)
  const manifest = { name: 'huijiao-build', private: true, workspaces: ['editions/*'] }
  await writeJson(join(folder, 'package.json'), { ...manifest, packageManager: 'npm@10.8.2' })
  const lock = { name: manifest.name, lockfileVersion: 3, packages: { '': manifest } }
  await writeJson(join(folder, 'package-lock.json'), lock)
  await writeJson(join(folder, 'turbo.json'), runnerConfig())
  // npm would head each task with its name, and end a failed one with a report on itself.
  await writeFile(join(folder, '.npmrc'), 'loglevel=silent\nupdate-notifier=false\n')
  const choices = new Map<EditionFolder, Choice>()
  for (const [edition, sources] of editions) {
    const place = join(folder, 'editions', edition.name)
    await mkdir(place, { recursive: true })
    for (const path of sources) await copyWhole(join(edition.folder, path), join(place, path))
    const yaml = await readFile(join(place, 'edition.yaml'), 'utf8')
    const choice = choose(formatsOf(yaml), only)
    const printed = { ...sheetOf(yaml), ...sheet }
    await writeJson(join(place, 'package.json'), packageOf(edition.name, choice, printed))
    choices.set(edition, choice)
  }
  return choices
}

const writeJson = (path: string, value: unknown): Promise<void> =>
  writeFile(path, `${JSON.stringify(value, null, 1)}\n`)

/** Of all its tasks, run now or not: what they are cached by does not depend on which are run. */
function packageOf(edition: string, { had }: Choice, sheet: Sheet) {
  const tasks = TASKS.filter(({ name }) => had.has(name))
  const scripts = Object.fromEntries(tasks.map((t) => [t.name, t.command(edition, had, sheet)]))
  return { name: edition, version: '0.0.0', private: true, scripts }
}

function runnerConfig() {
  const tasks = TASKS.map(({ name, after, makes, env }) => [
    name,
    {
      dependsOn: after,
      inputs: [`$TURBO_ROOT$/code/${name}`, ...(name === 'tree' ? SOURCES : ['package.json'])],
      outputs: makes('*').map((path) => `dist/${path.endsWith('/') ? `${path}**` : path}`),
      env,
      passThroughEnv: PASSED,
    },
  ])
  // Of what a shared cache holds, only what is signed is believed.
  return { ui: 'stream', remoteCache: { signature: true }, tasks: Object.fromEntries(tasks) }
}

const SOURCES = ['**', '!dist/**', '!.turbo/**']
