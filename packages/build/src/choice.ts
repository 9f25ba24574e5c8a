import { fault, InputError } from '@huijiao/model'
import { isScalar, isSeq, parseDocument } from 'yaml'
import { FORMATS, TASKS, TREE } from './tasks.ts'

/** Which tasks an edition has, and which of them are run now; the tree is always among both. */
export interface Choice {
  readonly had: ReadonlySet<string>
  readonly run: ReadonlySet<string>
}

const NAMES = FORMATS.map(({ name }) => name)

/**
 * Reads the names of `--only`: formats with commas between them.
 *
 * @throws {InputError} naming every one that is none.
 */
export function parseFormats(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  const strange = names.filter((name) => !NAMES.includes(name))
  if (strange.length === 0) return names
  throw new InputError(
    strange.map((name) => fault('no-such-format', { file: '--only' }, { name, known: NAMES })),
  )
}

/**
 * The formats that an `edition.yaml` names under `formats`, all where it names none. What is wrong there is said by
 * the task that makes the tree, which checks the file.
 */
export function formatsOf(yaml: string): readonly string[] {
  const { contents } = parseDocument(yaml, { uniqueKeys: false })
  const list = contents !== null && 'get' in contents ? contents.get('formats', true) : undefined
  if (!isSeq(list)) return NAMES
  const named = new Set(list.items.map((item) => (isScalar(item) ? item.value : null)))
  return NAMES.filter((name) => named.has(name))
}

/**
 * Which tasks to run for an edition.
 *
 * @param formats that the edition has.
 * @param only the formats that are wanted now, whether it has them or not, and with them what they are made from;
 *   null: all that it has.
 */
export function choose(formats: readonly string[], only: readonly string[] | null): Choice {
  const had = new Set([TREE.name, ...formats, ...(only ?? [])])
  const run = new Set<string>()
  const add = (name: string): void => {
    if (!had.has(name) || run.has(name)) return
    run.add(name)
    for (const before of TASKS.find((task) => task.name === name)?.after ?? []) add(before)
  }
  for (const name of only ?? had) add(name)
  return { had, run }
}
