import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { resolveBrowser, writeFontconfig } from '@huijiao/browser'
import { faceById, subset } from '@huijiao/fonts'
import type { Verdict } from './epubcheck.ts'

const run = promisify(execFile)
const require = createRequire(import.meta.url)

interface Report {
  'earl:assertedBy': { 'doap:release': { 'doap:revision': string } }
  assertions: {
    'earl:testSubject': { url: string }
    assertions: {
      'earl:test': { 'dct:title': string; 'earl:impact': string }
      'earl:result': { 'dct:description': string; html?: string }
    }[]
  }[]
}

/** Ace by DAISY, in the project's own Chromium. Its exit code says nothing: the report is read. */
export async function ace(book: Uint8Array): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'huijiao-ace-'))
  try {
    const file = join(folder, 'book.epub')
    const out = join(folder, 'out')
    await writeFile(file, book)
    const browser = await resolveBrowser()
    const bin = join(dirname(require.resolve('@daisy/ace-cli/package.json')), 'bin/ace.js')
    const face = faceById('hei-400')
    if (face === undefined) throw new Error('no face for Ace')
    const fonts = new Map([['latin.ttf', await subset(face, 'ABC ')]])
    const env = {
      ...process.env,
      ...browser.env,
      PUPPETEER_EXECUTABLE_PATH: browser.executablePath,
      // On a machine without a single font Chromium lays out no text, and Ace never ends.
      FONTCONFIG_FILE: await writeFontconfig(join(folder, 'fonts'), fonts),
      // Ace keeps settings and logs in the home folder.
      HOME: folder,
      XDG_CONFIG_HOME: folder,
    }
    const { stdout, stderr } = await run(
      process.execPath,
      [bin, '--force', '--outdir', out, '--tempdir', join(folder, 'tmp'), '--lang', 'en', file],
      { env, maxBuffer: 1 << 26, timeout: 240_000, killSignal: 'SIGKILL' },
    ).catch((error: unknown) => ({ stdout: '', stderr: String(error) }))
    const text = await readFile(join(out, 'report.json'), 'utf8').catch(() => {
      throw new Error(`Ace wrote no report:\n${stdout}\n${stderr}`)
    })
    const report = JSON.parse(text) as Report
    return {
      checker: `Ace ${report['earl:assertedBy']['doap:release']['doap:revision']}`,
      findings: report.assertions.flatMap((subject) =>
        subject.assertions.map((found) => ({
          path: subject['earl:testSubject'].url,
          rule: found['earl:test']['dct:title'],
          message: `${found['earl:test']['earl:impact']}: ${found['earl:result']['dct:description']} ${found['earl:result'].html ?? ''}`,
          severity: found['earl:test']['earl:impact'],
        })),
      ),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
