import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkPdf } from '../check/check.ts'
import { hasColour } from '../check/ink.ts'
import { lookupDict, name, openPdf, type PdfFile } from '../file.ts'
import { askTools } from './tools.ts'
import { bringVeraPdf, type Validator, validateAccessible } from './verapdf.ts'

/** Verifies PDFs with the checks of this package, with the PDF tools at hand, and with veraPDF. */
async function main(paths: readonly string[]): Promise<number> {
  const files = paths.length > 0 ? paths : await builtBooks('sources')
  if (files.length === 0) {
    print('nothing to verify: give the path of a PDF, or build an edition first')
    return 1
  }
  const validator = await bringVeraPdf()
  let faults = 0
  for (const path of files) faults += await verify(path, validator)
  print(faults === 0 ? 'verified' : `${faults} checks failed`)
  return faults === 0 ? 0 : 1
}

/** What a book must have for its readers; sheets that are to be printed and folded have none. */
const FOR_READERS = new Set(['tags', 'metadata', 'pdfinfo -struct-text', 'veraPDF (PDF/UA-1)'])

async function verify(path: string, validator: Validator): Promise<number> {
  print(path)
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes === undefined) {
    print('  FAIL  the file cannot be read')
    return 1
  }
  const file = await openPdf(new Uint8Array(bytes))
  const sheets = areSheets(file)
  let failed = 0
  const report = (check: string, faults: readonly string[]): void => {
    if (sheets && FOR_READERS.has(check)) {
      print(`  SKIPPED  ${check}: the file holds sheets that are to be printed and folded`)
      return
    }
    print(`  ${faults.length === 0 ? 'ok  ' : 'FAIL'}  ${check}`)
    for (const fault of faults.slice(0, 10)) print(`        ${fault}`)
    if (faults.length > 10) print(`        and ${faults.length - 10} more`)
    if (faults.length > 0) failed++
  }
  for (const [check, faults] of Object.entries(await checkPdf(new Uint8Array(bytes))))
    report(check, faults)
  for (const finding of askTools(path, hasColour(file))) {
    if ('faults' in finding) report(finding.tool, finding.faults)
    else print(`  SKIPPED  ${finding.tool}: ${finding.absent}`)
  }
  if (sheets) report('veraPDF (PDF/UA-1)', [])
  else if ('absent' in validator) print(`  SKIPPED  veraPDF (PDF/UA-1): ${validator.absent}`)
  else {
    const broken = validateAccessible(validator, path)
    report(
      'veraPDF (PDF/UA-1)',
      broken.map(({ clause, description, times }) => `${clause} (${times} times): ${description}`),
    )
  }
  return failed
}

const areSheets = (file: PdfFile): boolean =>
  lookupDict(file.catalog, 'ViewerPreferences')?.has(name('Duplex')) === true

/** The books of all editions. */
async function builtBooks(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const edition of (await entries(folder)).sort()) {
    const dist = join(folder, edition, 'dist')
    for (const file of (await entries(dist)).sort()) {
      if (file.endsWith('.pdf')) found.push(join(dist, file))
    }
  }
  return found
}

async function entries(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await main(process.argv.slice(2))
