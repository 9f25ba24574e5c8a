import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Edition } from '@huijiao/ast'
import { resolveBrowser } from '@huijiao/browser'
import { type EditionSize, makeEdition } from './editions.ts'
import { medianRatio, medianRun, nodeProgram, type Run } from './timing.ts'

const RENDERER = import.meta.resolve('@huijiao/print')

/** What the project promises: wall time over that of the browser's own print of the same HTML without notes. */
export const LIMITS = { short: 1.5, long: 2.5 } as const

interface Book {
  readonly name: string
  readonly size: EditionSize
  readonly limit: number
  readonly repeats: number
}

/** About 70 and 690 pages of A5, a note on nearly every page. */
const BOOKS: readonly Book[] = [
  {
    name: 'short',
    size: { works: 7, paragraphs: 24, characters: 206, noteEvery: 4 },
    limit: LIMITS.short,
    repeats: 9,
  },
  {
    name: 'long',
    size: { works: 23, paragraphs: 83, characters: 206, noteEvery: 4 },
    limit: LIMITS.long,
    repeats: 3,
  },
]

/** Other engines, run on the plain HTML where they are installed, those of browsers with the browser of the book. */
const PEERS: readonly {
  readonly command: string
  readonly args: (html: string, pdf: string, browser: string) => string[]
}[] = [
  {
    command: 'pagedjs-cli',
    args: (html, pdf) => [html, '-o', pdf, '-t', '1800000', '--browserArgs', '--no-sandbox'],
  },
  {
    command: 'vivliostyle',
    args: (html, pdf, browser) =>
      `build ${html} -o ${pdf} --single-doc -t 1800 --executable-browser ${browser}`.split(' '),
  },
  { command: 'weasyprint', args: (html, pdf) => [html, pdf] },
]

export interface PrintBench {
  /** Wall time over that of the plain print, by book. */
  readonly ratios: Readonly<Record<string, number>>
}

/** Measures the PDF renderer in whole processes, the making of the faces and the start of the browser included. */
export async function benchPrint(
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<PrintBench> {
  const folder = await mkdtemp(join(tmpdir(), 'huijiao-bench-'))
  const ratios: Record<string, number> = {}
  try {
    for (const { name, size, limit, repeats } of BOOKS) {
      const edition = makeEdition(size)
      const plain = await program(folder, edition, 'plain', PLAIN)
      const ours = await program(folder, edition, 'ours', OURS)
      // Once unmeasured: whatever the first process reads from the disk is read.
      if (repeats > 1) await medianRun(1, ...plain)
      const { ratio, one, other } = await medianRatio(repeats, ours, plain)
      ratios[name] = ratio
      const [book, bare] = [await made(folder, 'ours'), await made(folder, 'plain')]
      write(
        `${name}: ${book.pages} pages ${seconds(one)}, ${kilobytes(book.bytes)}; plain print ${bare.pages} pages ${seconds(other)}; ratio ${ratio.toFixed(2)} (limit ${limit})`,
      )
      await peers(folder, other, write)
    }
    return { ratios }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Programs that end with `pdf`, and `pages` where the renderer counts them. */
const PLAIN = `
      const { pdf, html, faces } = await plainPdf(edition)
      writeFileSync('book.html', html)
      mkdirSync('faces', { recursive: true })
      for (const [path, bytes] of faces) writeFileSync(path, bytes)
      const pages = Buffer.from(pdf).toString('latin1').split(/\\/Type \\/Page\\b/).length - 1`
const OURS = `
      const { pdf, pages: { pages } } = await renderPdf(edition)`

type Program = readonly [command: string, args: readonly string[]]

async function program(
  folder: string,
  edition: Edition,
  name: string,
  steps: string,
): Promise<Program> {
  await writeFile(join(folder, 'edition.json'), JSON.stringify(edition))
  const args = nodeProgram(`
      import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
      import { plainPdf, renderPdf } from ${JSON.stringify(RENDERER)}
      process.chdir(${JSON.stringify(folder)})
      const edition = JSON.parse(readFileSync('edition.json', 'utf8'))
      ${steps}
      writeFileSync('${name}.pdf', pdf)
      writeFileSync('${name}.pages', String(pages))`)
  return [process.execPath, args]
}

interface Made {
  readonly bytes: number
  readonly pages: number
}

const made = async (folder: string, name: string): Promise<Made> => ({
  bytes: (await stat(join(folder, `${name}.pdf`))).size,
  pages: Number(await readFile(join(folder, `${name}.pages`), 'utf8')),
})

async function peers(folder: string, plain: Run, write: (line: string) => void): Promise<void> {
  const { executablePath, env } = await resolveBrowser()
  // What the peers' own libraries look for.
  const home = { ...env, PUPPETEER_EXECUTABLE_PATH: executablePath }
  for (const { command, args } of PEERS) {
    if (spawnSync(command, ['--version'], { stdio: 'ignore' }).error !== undefined) {
      write(`  SKIPPED: no ${command} here`)
      continue
    }
    try {
      const [html, pdf] = [join(folder, 'book.html'), join(folder, 'peer.pdf')]
      const theirs = await medianRun(1, command, args(html, pdf, executablePath), home)
      const { size } = await stat(pdf)
      write(
        `  ${command}: ${seconds(theirs)}, ${kilobytes(size)}, ratio ${(theirs.wall / plain.wall).toFixed(2)}`,
      )
      await rm(pdf)
    } catch (error) {
      write(`  ${command} failed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

const seconds = (run: Run): string => `${(run.wall / 1000).toFixed(2)} s`
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1e3)} kB`
