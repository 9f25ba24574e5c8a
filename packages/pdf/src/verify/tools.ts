import { hasRadical } from '../content/cmap.ts'
import { type Ran, run } from './command.ts'

/** What a tool found: its faults, or that it is not installed. */
export type Finding =
  | { readonly tool: string; readonly faults: readonly string[] }
  | { readonly tool: string; readonly absent: string }

/**
 * Asks the PDF tools of a Debian system about a file.
 *
 * @param path path of the PDF.
 * @param hasColour whether the book may hold colours; without them every page must print in black alone.
 */
export function askTools(path: string, hasColour: boolean): Finding[] {
  return [
    ask('qpdf --check', 'qpdf', ['--check', path], ({ status, stdout, stderr }) =>
      status === 0 ? [] : lines(stdout + stderr),
    ),
    ask('pdffonts', 'pdffonts', [path], ({ stdout }) => fontFaults(stdout)),
    ask('pdfinfo -struct-text', 'pdfinfo', ['-struct-text', path], structureFaults),
    ask('pdfinfo -dests', 'pdfinfo', ['-dests', path], ({ status, stderr }) =>
      status === 0 ? lines(stderr) : [`exit ${status}`, ...lines(stderr)],
    ),
    ask('pdftotext -raw', 'pdftotext', ['-raw', path, '-'], ({ stdout }) =>
      hasRadical(stdout) ? lines(stdout).filter(hasRadical) : [],
    ),
    ask(
      'gs inkcov',
      'gs',
      ['-q', '-dSAFER', '-o', '-', '-sDEVICE=inkcov', path],
      ({ status, stdout, stderr }) => {
        if (status !== 0) return [`exit ${status}`, ...lines(stderr)]
        return hasColour ? [] : inkFaults(stdout)
      },
    ),
  ]
}

const PACKAGES: ReadonlyMap<string, string> = new Map([
  ['qpdf', 'qpdf'],
  ['gs', 'ghostscript'],
])

function ask(
  tool: string,
  command: string,
  args: readonly string[],
  judge: (ran: Ran) => string[],
): Finding {
  const ran = run(command, args)
  if (ran !== undefined) return { tool, faults: judge(ran) }
  const source = PACKAGES.get(command) ?? 'poppler-utils'
  return { tool, absent: `${command} is not installed (apt-get install ${source})` }
}

/** Rows of `pdffonts` that are not subsets of embedded CID TrueType fonts with a text for each glyph. */
export function fontFaults(table: string): string[] {
  return lines(table)
    .slice(2)
    .filter((row) => !/\bCID TrueType\s+Identity-H\s+yes yes yes\b/.test(row))
}

/** Pages whose cyan, magenta or yellow ink is not nought. */
export function inkFaults(coverage: string): string[] {
  return lines(coverage).flatMap((line, page) => {
    const [cyan = 0, magenta = 0, yellow = 0] = line.trim().split(/\s+/).map(Number)
    return cyan + magenta + yellow === 0 ? [] : [`page ${page + 1}: ${line.trim()}`]
  })
}

function structureFaults({ status, stdout, stderr }: Ran): string[] {
  if (status !== 0) return [`exit ${status}`, ...lines(stderr)]
  return /^Document/m.test(stdout) ? lines(stderr) : ['no tags', ...lines(stderr)]
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}
