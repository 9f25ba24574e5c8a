import { execFile, type ExecFileException } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LETTER, letterEdition } from '@huijiao/noise'

export const BIN = fileURLToPath(new URL('../../cli/bin/huijiao.js', import.meta.url))

/** How a run of the command ended. */
export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/**
 * Runs the command on a host of its own: with its own cache and records, and with nothing on the path but
 * Node and what comes with it.
 */
export function huijiao(
  store: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const path = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter)
  const { HOME = '', TMPDIR = '' } = process.env
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [BIN, ...args],
      { encoding: 'utf8', env: { PATH: path, HOME, TMPDIR, HUIJIAO_BUILD_DIR: store, ...env } },
      (error: ExecFileException | null, out, err) => {
        resolve({
          code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1,
          out,
          err,
        })
      },
    )
  })
}

/**
 * Writes a small edition; its second witness misreads one character.
 *
 * @param formats of its books; all where none is named. A PDF takes most of the time of a build.
 */
export async function writeEdition(
  folder: string,
  { misread = '洛', formats = [] }: { misread?: string; formats?: readonly string[] } = {},
): Promise<void> {
  await mkdir(join(folder, 'witnesses'), { recursive: true })
  for (const [path, text] of letterEdition(LETTER, LETTER.replace('尽落', `尽${misread}`))) {
    await writeFile(join(folder, path), text)
  }
  if (formats.length > 0)
    await appendFile(join(folder, 'edition.yaml'), `formats: [${formats.join(', ')}]\n`)
}

/** A hash for each file below a folder, by path. */
export async function hashes(folder: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((e) => e.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    found[path.slice(folder.length + 1)] = hash
  }
  return found
}
