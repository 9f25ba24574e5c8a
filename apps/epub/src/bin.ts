import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { assertEdition, type Edition } from '@huijiao/ast'
import type { PageBreak } from '@huijiao/hast'
import { renderEpub } from './render.ts'

/** 0 made; 1 a fault; 2 wrong arguments; 3 made, but without a page list. */
const [OK, FAILURE, USAGE, INCOMPLETE] = [0, 1, 2, 3]

const USAGE_TEXT = `huijiao-epub: renders an edition's tree as an EPUB

  huijiao-epub TREE.json --out BOOK.epub [--pages PAGES.json]

  --pages  where the pages of the printed book begin; without it the book has no page list (exit code 3)
  --out    where to write the book`

process.exitCode = await main()

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pages: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
  })
  const [tree] = positionals
  if (values.help === true) {
    console.log(USAGE_TEXT)
    return OK
  }
  if (tree === undefined || values.out === undefined) {
    console.error(USAGE_TEXT)
    return USAGE
  }
  try {
    const edition: unknown = JSON.parse(await readFile(tree, 'utf8'))
    assertEdition(edition)
    const pages = values.pages === undefined ? null : await readPages(values.pages)
    const book = await renderEpub(edition as Edition, pages === null ? {} : { pages })
    await writeWhole(values.out, book)
    console.log(`${values.out}  ${Math.round(book.length / 1000)} kB`)
    if (pages !== null || values.pages === undefined) return OK
    console.error(
      `warning: ${values.pages} is missing, since the PDF was not made: the book has no page list`,
    )
    return INCOMPLETE
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`)
    return FAILURE
  }
}

async function readPages(path: string): Promise<PageBreak[] | null> {
  try {
    return (JSON.parse(await readFile(path, 'utf8')) as { breaks: PageBreak[] }).breaks
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part`
  try {
    await writeFile(part, bytes)
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
}
