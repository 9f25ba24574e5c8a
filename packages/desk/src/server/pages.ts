import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Edition } from '@huijiao/ast'

/** The pages of a book as they are printed, or why there are none. */
export type Pages =
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string }

/** Prints a tree by the program that prints the books, in a process of its own: the desk goes on meanwhile. */
export async function pagesOf(edition: Edition): Promise<Pages> {
  const folder = await mkdtemp(join(tmpdir(), 'huijiao-desk-'))
  try {
    const [tree, pdf] = [join(folder, 'edition.json'), join(folder, 'book.pdf')]
    await writeFile(tree, JSON.stringify(edition))
    const failure = await run([tree, '--out', pdf, '--pages', join(folder, 'pages.json')])
    return failure === null
      ? { kind: 'pdf', bytes: await readFile(pdf) }
      : { kind: 'failed', reason: failure }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs the program; what it says where it fails. */
function run(args: readonly string[]): Promise<string | null> {
  const program = fileURLToPath(
    new URL('../bin/huijiao-print.js', import.meta.resolve('@huijiao/print')),
  )
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0 ? null : said))
  })
}
