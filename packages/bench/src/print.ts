import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Edition } from '@huijiao/ast'
import { type EditionSize, makeEdition } from './editions.ts'
import { medianRun, nodeProgram, type Run } from './timing.ts'

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
    repeats: 3,
  },
  {
    name: 'long',
    size: { works: 23, paragraphs: 83, characters: 206, noteEvery: 4 },
    limit: LIMITS.long,
    repeats: 1,
  },
]

/** Other engines, run on the plain HTML where they are installed. */
const PEERS: readonly {
  readonly command: string
  readonly args: (h: string, p: string) => string[]
}[] = [
  { command: 'pagedjs-cli', args: (html, pdf) => [html, '-o', pdf] },
  { command: 'vivliostyle', args: (html, pdf) => ['build', html, '-o', pdf] },
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
      const plain = await measure(folder, edition, PLAIN, repeats)
      const ours = await measure(folder, edition, OURS, repeats)
      const ratio = ours.run.wall / plain.run.wall
      ratios[name] = ratio
      write(
        `${name}: ${ours.pages} pages ${seconds(ours.run)}, ${kilobytes(ours.bytes)}; plain print ${plain.pages} pages ${seconds(plain.run)}; ratio ${ratio.toFixed(2)} (limit ${limit})`,
      )
      await peers(folder, plain.run, write)
    }
    return { ratios }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Programs that end with `pdf`, and `pages` where the renderer counts them. */
const PLAIN = `
      const { pdf, html } = await plainPdf(edition)
      writeFileSync('book.html', html)
      const pages = Buffer.from(pdf).toString('latin1').split(/\\/Type \\/Page\\b/).length - 1`
const OURS = `
      const { pdf, pages: { pages } } = await renderPdf(edition)`

interface Measured {
  readonly run: Run
  readonly bytes: number
  readonly pages: number
}

async function measure(
  folder: string,
  edition: Edition,
  steps: string,
  repeats: number,
): Promise<Measured> {
  await writeFile(join(folder, 'edition.json'), JSON.stringify(edition))
  const run = await medianRun(
    repeats,
    process.execPath,
    nodeProgram(`
      import { readFileSync, writeFileSync } from 'node:fs'
      import { plainPdf, renderPdf } from ${JSON.stringify(RENDERER)}
      process.chdir(${JSON.stringify(folder)})
      const edition = JSON.parse(readFileSync('edition.json', 'utf8'))
      ${steps}
      writeFileSync('book.pdf', pdf)
      writeFileSync('pages', String(pages))`),
  )
  return {
    run,
    bytes: (await stat(join(folder, 'book.pdf'))).size,
    pages: Number(await readFile(join(folder, 'pages'), 'utf8')),
  }
}

async function peers(folder: string, plain: Run, write: (line: string) => void): Promise<void> {
  for (const { command, args } of PEERS) {
    if (spawnSync(command, ['--version'], { stdio: 'ignore' }).error !== undefined) {
      write(`  SKIPPED: no ${command} here`)
      continue
    }
    try {
      const theirs = await medianRun(
        1,
        command,
        args(join(folder, 'book.html'), join(folder, 'peer.pdf')),
      )
      write(`  ${command}: ${seconds(theirs)}, ratio ${(theirs.wall / plain.wall).toFixed(2)}`)
    } catch (error) {
      write(`  ${command} failed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

const seconds = (run: Run): string => `${(run.wall / 1000).toFixed(2)} s`
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1e3)} kB`
