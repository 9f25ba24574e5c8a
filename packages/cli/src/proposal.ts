import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { fault, InputError, type RuleMessage } from '@huijiao/model'
import type { NamedBytes } from '@huijiao/readers'
import { excerpt, type Group, type Span } from '@huijiao/reuse'
import { textReader } from './file-text.ts'

/**
 * The stretches of files that a proposal names (`proposal.json`, written by `reuse`), cut out as the witnesses
 * of an edition; null where the folder has none.
 *
 * @param root folder below which the files were sketched.
 * @throws {InputError} naming every file that is missing or has changed since.
 */
export async function witnessesOf(folder: string, root: string): Promise<NamedBytes[] | null> {
  const path = join(folder, 'proposal.json')
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  const { members } = parse(text, path)
  const problems: RuleMessage[] = []
  const names = new Map<string, number>()
  const witnesses: NamedBytes[] = []
  const { read } = textReader()
  for (const member of members) {
    const bytes = await readFile(resolve(root, member.file)).catch(() => null)
    const problem = problemOf(member, bytes, root)
    if (problem !== null) problems.push(problem)
    if (bytes === null || problem !== null) continue
    const text = (await read(member.file, bytes)) ?? ''
    const file = nameOf(member.file, names)
    witnesses.push({ file, bytes: new TextEncoder().encode(excerpt([...text], member)) })
  }
  if (problems.length > 0) throw new InputError(problems)
  return witnesses
}

function parse(text: string, file: string): Group {
  try {
    const group = JSON.parse(text) as Partial<Group>
    if (Array.isArray(group.members) && group.members.every(isSpan)) return group as Group
  } catch {
    // Said below, as of JSON that is something else.
  }
  throw new InputError([fault('proposal', { file })])
}

const isSpan = (value: unknown): value is Span => {
  const { file, from, to } = (value ?? {}) as Partial<Span>
  return typeof file === 'string' && Number.isInteger(from) && Number.isInteger(to)
}

function problemOf({ file, sha256 }: Span, bytes: Uint8Array | null, root: string) {
  if (bytes === null) {
    return fault('missing-file', { file }, { path: resolve(root, file) })
  }
  const actual = createHash('sha256').update(bytes).digest('hex')
  if (sha256 === '' || sha256 === actual) return null
  return fault('changed-file', { file }, { before: sha256, now: actual, out: null })
}

/** The path in one name, so that files of one name in two folders stay apart; numbered where a file has several. */
function nameOf(file: string, names: Map<string, number>): string {
  const stem = file
    .slice(0, file.length - extname(file).length)
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('-')
  const count = (names.get(stem) ?? 0) + 1
  names.set(stem, count)
  return count === 1 ? `${stem}.txt` : `${stem}-${count}.txt`
}
