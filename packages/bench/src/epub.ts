import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Edition } from '@huijiao/ast'
import { makeEdition, THOUSAND } from './editions.ts'
import { pandocVersion, toPage } from './pandoc.ts'
import { medianRatio, medianRun, nodeCommand, type Run } from './timing.ts'

const COMMAND = fileURLToPath(new URL('./bin.js', import.meta.resolve('@huijiao/epub')))
/** What the project promises. */
export const LIMITS = { pandoc: 2.5, growth: 1.25, bytes: 1.2e6 } as const

export interface EpubBenchOptions {
  /** Path of an `edition.json`; without it the first edition built here, else a made-up one of like size. */
  readonly edition?: string
  readonly repeats?: number
  /** Numbers of chapters that growth is measured at, ascending. */
  readonly chapters?: readonly number[]
  readonly write?: (line: string) => void
}

export interface EpubBench {
  readonly bytes: number
  readonly wall: number
  readonly ratioToPandoc: number | undefined
  /** Processor time for one chapter at the largest size over that at the smallest; 1 is linear. */
  readonly growth: number
  readonly memory: number
}

/**
 * Measures the EPUB renderer in whole processes: against Pandoc on the same documents,
 * and how time grows with the number of chapters. Pandoc embeds no fonts; ours does.
 */
export async function benchEpub(options: EpubBenchOptions = {}): Promise<EpubBench> {
  const write = options.write ?? ((line) => process.stdout.write(`${line}\n`))
  const repeats = options.repeats ?? 3
  const folder = await mkdtemp(join(tmpdir(), 'huijiao-bench-'))
  try {
    const tree = options.edition ?? builtTree()
    const given =
      tree === undefined
        ? { edition: makeEdition({ works: 12, paragraphs: 30, characters: 120, noteEvery: 5 }) }
        : await readGiven(tree)
    const { edition } = given
    const ours = await renderTimed(folder, given, repeats)
    write(`${edition.meta.id}: ${kilobytes(ours.bytes)}, ${seconds(ours.run)}, ${memory(ours.run)}`)
    const ratioToPandoc = await comparePandoc(folder, given, repeats, write)

    const chapters = options.chapters ?? [125, 250, 500, 1000]
    const perChapter: number[] = []
    // Starting Node, loading the renderer and opening the fonts is no part of growth.
    const { run: start } = await renderTimed(
      folder,
      { edition: makeEdition({ ...THOUSAND, works: 1 }) },
      repeats,
    )
    let largest: Run = start
    for (const works of chapters) {
      const edition = makeEdition({ ...THOUSAND, works })
      const { run, bytes } = await renderTimed(folder, { edition }, 1)
      perChapter.push((run.cpu - start.cpu) / (works - 1))
      largest = run
      write(`${works} chapters: ${seconds(run)}, ${memory(run)}, ${kilobytes(bytes)}`)
    }
    const growth = (perChapter.at(-1) ?? 1) / (perChapter[0] ?? 1)
    write(
      `processor time for a chapter, largest over smallest: ${growth.toFixed(2)} (linear is 1, limit ${LIMITS.growth})`,
    )
    return { bytes: ours.bytes, wall: ours.run.wall, ratioToPandoc, growth, memory: largest.memory }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A tree, and the file that says where its printed pages begin. */
interface Given {
  readonly edition: Edition
  readonly pages?: string
}

async function readGiven(tree: string): Promise<Given> {
  const edition = JSON.parse(await readFile(tree, 'utf8')) as Edition
  const pages = join(dirname(tree), 'pages.json')
  return existsSync(pages) ? { edition, pages } : { edition }
}

/** The tree of the first edition that has been built in this repository. */
function builtTree(): string | undefined {
  const sources = fileURLToPath(new URL('../../../sources/', import.meta.url))
  if (!existsSync(sources)) return undefined
  return readdirSync(sources)
    .sort()
    .map((name) => join(sources, name, 'dist/edition.json'))
    .find((path) => existsSync(path))
}

/** The command that renders an edition, as the build runs it: with the printed pages where they are known. */
async function rendererOf(
  folder: string,
  { edition, pages }: Given,
): Promise<{ command: readonly [string, readonly string[]]; book: string }> {
  const tree = join(folder, 'edition.json')
  const book = join(folder, 'book.epub')
  await writeFile(tree, JSON.stringify(edition))
  const args = [tree, '--out', book, ...(pages === undefined ? [] : ['--pages', pages])]
  return { command: [process.execPath, nodeCommand(COMMAND, args)], book }
}

async function renderTimed(
  folder: string,
  given: Given,
  repeats: number,
): Promise<{ run: Run; bytes: number }> {
  const { command, book } = await rendererOf(folder, given)
  const run = await medianRun(repeats, ...command)
  return { run, bytes: (await stat(book)).size }
}

async function comparePandoc(
  folder: string,
  given: Given,
  repeats: number,
  write: (line: string) => void,
): Promise<number | undefined> {
  const version = pandocVersion()
  if (version === undefined) {
    write('SKIPPED: no Pandoc here, so no ratio to it.')
    return undefined
  }
  const source = join(folder, 'book.html')
  await writeFile(source, toPage(given.edition))
  const args = [source, '-f', 'html', '-t', 'epub3', '--toc', '-o', join(folder, 'pandoc.epub')]
  const { command } = await rendererOf(folder, given)
  const { ratio, one, other } = await medianRatio(Math.max(5, repeats), command, ['pandoc', args])
  write(
    `in turns with ${version}: ${seconds(one)} and ${seconds(other)}; ratio ${ratio.toFixed(2)} (limit ${LIMITS.pandoc})`,
  )
  return ratio
}

const seconds = (run: Run): string =>
  `${(run.wall / 1000).toFixed(2)} s${run.cpu === 0 ? '' : ` (${(run.cpu / 1000).toFixed(2)} s of processors)`}`
const memory = (run: Run): string => `${Math.round(run.memory / 1e6)} MB`
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1e3)} kB`
