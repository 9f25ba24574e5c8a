import { parseArgs } from 'node:util'
import { readEdition, readPages } from './read.ts'
import { renderEpub } from './render.ts'
import { writeWhole } from './write.ts'

/** 0 made; 1 a fault, nothing written; 2 wrong arguments; 3 made, but without a page list. */
export const EXIT = { ok: 0, failure: 1, usage: 2, incomplete: 3 } as const

const USAGE = `huijiao-epub: renders an edition's tree as an EPUB

  huijiao-epub TREE.json --out BOOK.epub [--pages PAGES.json]

  --pages  where the pages of the printed book begin; where the file is missing the book has no page list
  --out    where to write the book

exit codes: 0 made; 1 failed, nothing written; 2 wrong arguments; 3 made without a page list`

/** Where the command writes its lines. */
export interface Output {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

/** Runs the command and gives its exit code. */
export async function main(args: readonly string[], { out, err }: Output): Promise<number> {
  let parsed: Arguments
  try {
    parsed = argumentsOf(args)
  } catch (error) {
    err(`error: ${error instanceof Error ? error.message : String(error)}`)
    err(USAGE)
    return EXIT.usage
  }
  if (parsed.help) {
    out(USAGE)
    return EXIT.ok
  }
  const { tree, target, pagesFile } = parsed
  if (tree === undefined || target === undefined) {
    err(USAGE)
    return EXIT.usage
  }
  try {
    const edition = await readEdition(tree)
    const pages = pagesFile === undefined ? null : await readPages(pagesFile, edition)
    const book = await renderEpub(edition, pages === null ? {} : { pages })
    await writeWhole(target, book)
    out(`${target}  ${Math.round(book.length / 1000)} kB`)
    if (pages !== null || pagesFile === undefined) return EXIT.ok
    err(
      `warning: ${pagesFile}: expected the pages of the printed book, got no such file: ` +
        'the book has no page list. Hint: print the book first, which needs a browser.',
    )
    return EXIT.incomplete
  } catch (error) {
    err(`error: ${error instanceof Error ? error.message : String(error)}`)
    return EXIT.failure
  }
}

interface Arguments {
  readonly help: boolean
  readonly tree: string | undefined
  readonly target: string | undefined
  readonly pagesFile: string | undefined
}

function argumentsOf(args: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      pages: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (positionals.length > 1) throw new Error(`expected one tree, got ${positionals.join(', ')}`)
  return {
    help: values.help === true,
    tree: positionals[0],
    target: values.out,
    pagesFile: values.pages,
  }
}
