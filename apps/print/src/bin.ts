import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { assertEdition, type Edition, type Trim } from '@huijiao/ast'
import { BrowserNotFoundError, BrowserStartError } from '@huijiao/browser'
import { impose } from './pdf/index.ts'
import { renderPdf } from './render.ts'

/** 0 made; 1 a fault; 2 wrong arguments; 4 no usable browser. */
const [OK, FAILURE, USAGE, NO_BROWSER] = [0, 1, 2, 4]

const USAGE_TEXT = `huijiao-print: renders an edition's tree as a typeset PDF

  huijiao-print TREE.json --out BOOK.pdf [--pages PAGES.json] [options]

  --pages FILE             writes where each page begins
  --trim a5|32k|16k|a4     page size, instead of the edition's
  --marks                  3 mm of bleed and crop marks
  --gray                   grays only
  --booklet                two pages a side of A4, for folding
  --signature N            with --booklet: sheets folded together; all of them unless given

Exit codes: 0 made; 1 a fault; 2 wrong arguments; 4 no usable browser.`

const TRIMS: readonly string[] = ['a5', '32k', '16k', 'a4']

process.exitCode = await main()

async function main(): Promise<number> {
  let parsed: ReturnType<typeof read>
  try {
    parsed = read()
  } catch (error) {
    console.error(
      `error: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE_TEXT}`,
    )
    return USAGE
  }
  const { values, positionals } = parsed
  if (values.help === true) {
    console.log(USAGE_TEXT)
    return OK
  }
  const [tree] = positionals
  const { trim, signature } = values
  if (tree === undefined || values.out === undefined) {
    console.error(USAGE_TEXT)
    return USAGE
  }
  if (trim !== undefined && !TRIMS.includes(trim)) {
    console.error(`error: --trim: expected ${TRIMS.join(', ')}, got ${trim}`)
    return USAGE
  }
  if (signature !== undefined && values.booklet !== true) {
    console.error('error: --signature: expected --booklet with it, got none')
    return USAGE
  }
  if (signature !== undefined && !/^[1-9]\d*$/.test(signature)) {
    console.error(`error: --signature: expected a number of sheets from 1, got ${signature}`)
    return USAGE
  }
  try {
    const edition: unknown = JSON.parse(await readFile(tree, 'utf8'))
    assertEdition(edition)
    const book = edition as Edition
    const printed = await renderPdf(book, {
      ...(trim === undefined ? {} : { trim: trim as Trim }),
      marks: values.marks === true,
      gray: values.gray === true,
      ...(process.stderr.isTTY ? { progress: (step) => process.stderr.write(`${step} … `) } : {}),
    })
    let { pdf } = printed
    if (values.booklet === true) {
      const booklet = await impose(pdf, {
        sheet: 'a4',
        signature: signature === undefined ? 'all' : Number(signature),
      })
      pdf = booklet.pdf
      console.log(booklet.instructions)
    }
    await writeWhole(values.out, pdf)
    if (values.pages !== undefined) {
      await writeWhole(values.pages, `${JSON.stringify(printed.pages, null, 1)}\n`)
    }
    console.log(`${values.out}  ${printed.pages.pages} pages, ${Math.round(pdf.length / 1000)} kB`)
    return OK
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`)
    return error instanceof BrowserNotFoundError || error instanceof BrowserStartError
      ? NO_BROWSER
      : FAILURE
  }
}

function read() {
  return parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      pages: { type: 'string' },
      trim: { type: 'string' },
      marks: { type: 'boolean' },
      gray: { type: 'boolean' },
      booklet: { type: 'boolean' },
      signature: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
}

async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const part = `${path}.part`
  try {
    await writeFile(part, content)
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
}
