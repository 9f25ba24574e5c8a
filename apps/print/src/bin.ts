import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { assertEdition, type Edition, TreeError, type Trim } from '@huijiao/ast'
import {
  BrowserCrashError,
  BrowserNotFoundError,
  BrowserStartError,
  BrowserTimeoutError,
  TemporaryFolderError,
} from '@huijiao/browser'
import { isUnreadable, messageOf, told } from '@huijiao/command'
import { faultOf, readRegular, writeWhole } from '@huijiao/files'
import { codePointName, UncoveredCharacterError } from '@huijiao/fonts'
import { fault, type RuleMessage, warning } from '@huijiao/model/messages'
import { type PrintOptions, renderPdf, startBrowser } from './render.ts'
import type { Unfaced } from './unfaced.ts'

/** 0 made; 1 a fault; 2 wrong arguments or input; 3 some books made, not all; 4 no usable browser. */
const [OK, FAILURE, INPUT, SOME, NO_BROWSER] = [0, 1, 2, 3, 4]

/** Most bytes of a tree: half of the longest string that V8 of Node 20 can hold, 2^29 characters. */
const MOST = 2 ** 28

const USAGE_TEXT = `huijiao-print: renders the trees of editions as typeset PDFs

  huijiao-print TREE.json … --out BOOK.pdf … [--pages PAGES.json …] [options]

  --out FILE               where the PDF goes; once for each tree, in the order of the trees
  --pages FILE             writes where each page begins; once for each tree, or not at all
  --trim a5|32k|16k|a4     page size, instead of the edition's
  --marks                  3 mm of bleed, crop and registration marks
  --booklet                two pages a side of A4, for folding; BOOK-binding.txt says how
  --signature N            with --booklet: sheets folded together; all of them unless given

Several trees are printed by one browser. A fault in one keeps none of the others from being made.

Exit codes: 0 made; 1 a fault; 2 wrong arguments or input, nothing written; 3 some books made, not all;
4 no usable browser.`

const TRIMS: readonly string[] = ['a5', '32k', '16k', 'a4']

/** What is wrong with the tree, and not with the program or the machine. */
const INPUT_FAULTS = [SyntaxError, TreeError, UncoveredCharacterError]

async function main(): Promise<number> {
  let parsed: ReturnType<typeof read>
  try {
    parsed = read()
  } catch (error) {
    console.error(
      `error: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE_TEXT}`,
    )
    return INPUT
  }
  const { values, positionals: trees } = parsed
  if (values.help === true) {
    console.log(USAGE_TEXT)
    return OK
  }
  const { trim, signature, out = [], pages = [] } = values
  if (trees.length === 0 || out.length === 0) {
    console.error(USAGE_TEXT)
    return INPUT
  }
  const wrong = wrongIn(trees.length, { ...values, out, pages })
  if (wrong !== undefined) {
    console.error(`error: ${wrong}`)
    return INPUT
  }
  const browser = startBrowser()
  browser.catch(() => undefined)
  const options: PrintOptions = {
    ...(trim === undefined ? {} : { trim: trim as Trim }),
    marks: values.marks === true,
    browser,
    ...(process.stderr.isTTY ? { progress: (step) => process.stderr.write(`${step} … `) } : {}),
  }
  const booklet: Target['booklet'] =
    values.booklet === true ? (signature === undefined ? 'all' : Number(signature)) : undefined
  const codes: number[] = []
  try {
    for (const [index, tree] of trees.entries()) {
      const target = { out: out[index] ?? '', pages: pages[index], booklet }
      codes.push(await make(tree, target, options))
    }
  } finally {
    await browser.then(
      (session) => session.close(),
      () => undefined,
    )
  }
  const worst = Math.max(...codes)
  return worst !== OK && codes.includes(OK) ? SOME : worst
}

interface Target {
  readonly out: string
  readonly pages: string | undefined
  /** Sheets folded together; undefined where the book is no booklet. */
  readonly booklet: number | 'all' | undefined
}

/** Makes one book; gives the exit code. */
async function make(tree: string, target: Target, options: PrintOptions): Promise<number> {
  try {
    const bytes = await readRegular(tree, { most: MOST })
    const edition: unknown = JSON.parse(bytes.toString('utf8'))
    assertEdition(edition)
    const printed = await renderPdf(edition as Edition, options)
    let { pdf } = printed
    if (target.booklet !== undefined) {
      const { impose } = await import('@huijiao/pdf')
      const booklet = await impose(pdf, { sheet: 'a4', signature: target.booklet })
      pdf = booklet.pdf
      await writeWhole(bindingOf(target.out), booklet.instructions)
      console.log(booklet.instructions)
    }
    await writeWhole(target.out, pdf)
    if (target.pages !== undefined) {
      // So that whoever reads them can tell of which state of the tree they are.
      const hash = createHash('sha256').update(bytes).digest('hex')
      const pages = { ...printed.pages, tree: hash }
      await writeWhole(target.pages, `${JSON.stringify(pages, null, 1)}\n`)
    }
    if (printed.unfaced.length > 0) console.error(sayUnfaced(tree, printed.unfaced))
    console.log(`${target.out}  ${printed.pages.pages} pages, ${Math.round(pdf.length / 1000)} kB`)
    return OK
  } catch (error) {
    console.error(told(sayFault(error, tree)))
    if (error instanceof BrowserNotFoundError || error instanceof BrowserStartError)
      return NO_BROWSER
    return isInputFault(error) ? INPUT : FAILURE
  }
}

/** What went wrong with a book: of the browser, or else as every program says it. */
function sayFault(error: unknown, file: string): RuleMessage {
  if (error instanceof BrowserNotFoundError) return fault('no-browser', { file }, error)
  if (error instanceof BrowserStartError) {
    const text = error.cause instanceof Error ? error.cause.message : String(error.cause)
    return fault('browser-start', { file: error.executablePath }, { text: text.trim() })
  }
  if (error instanceof BrowserTimeoutError)
    return fault('browser-late', { file }, { seconds: error.milliseconds / 1000 })
  if (error instanceof BrowserCrashError) {
    const text = error.cause instanceof Error ? error.cause.message : String(error.cause)
    return fault('browser-died', { file }, { text })
  }
  if (error instanceof TemporaryFolderError) {
    const said = { fault: faultOf(error.cause), variable: 'TMPDIR' }
    return fault('own-folder', { file: error.folder }, said)
  }
  return messageOf(error, file)
}

/** How many characters without a face are named, where there are more. */
const NAMED = 12

/** One message for all characters that are set as boxes. */
function sayUnfaced(tree: string, unfaced: readonly Unfaced[]): string {
  const characters = unfaced.slice(0, NAMED).map(({ character, times, place }) => ({
    name: codePointName(character.codePointAt(0) ?? 0),
    times,
    place,
  }))
  const more = unfaced.length - characters.length
  return told(warning('no-face', { file: tree }, { characters, more, isBoxed: true }))
}

/** Where it is said how to bind a booklet: `book.pdf` has `book-binding.txt` beside it. */
const bindingOf = (out: string): string => `${out.replace(/\.pdf$/i, '')}-binding.txt`

function isInputFault(error: unknown): boolean {
  return INPUT_FAULTS.some((fault) => error instanceof fault) || isUnreadable(error)
}

/** What is wrong with the arguments, if anything. */
function wrongIn(
  trees: number,
  { out, pages, trim, signature, booklet }: Values,
): string | undefined {
  if (out.length !== trees)
    return `--out: expected one for each of ${trees} trees, got ${out.length}`
  if (pages.length > 0 && pages.length !== trees)
    return `--pages: expected one for each of ${trees} trees, got ${pages.length}`
  if (trim !== undefined && !TRIMS.includes(trim))
    return `--trim: expected ${TRIMS.join(', ')}, got ${trim}`
  if (signature === undefined) return undefined
  if (booklet !== true) return '--signature: expected --booklet with it, got none'
  if (!/^[1-9]\d*$/.test(signature))
    return `--signature: expected a number of sheets from 1, got ${signature}`
  return undefined
}

interface Values {
  readonly out: readonly string[]
  readonly pages: readonly string[]
  readonly trim?: string | undefined
  readonly signature?: string | undefined
  readonly booklet?: boolean | undefined
}

function read() {
  return parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', multiple: true },
      pages: { type: 'string', multiple: true },
      trim: { type: 'string' },
      marks: { type: 'boolean' },
      booklet: { type: 'boolean' },
      signature: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
}

process.exitCode = await main()
