import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { editionsOf, type Made, madeOf, strangersIn } from '../editions.ts'
import { EXIT } from '../exit.ts'

/** `huijiao build [edition…]`: every edition's tree, PDF and EPUB, through the task runner. */
export function buildCommand(): Command {
  return new Command('build')
    .description('build the tree, the PDF and the EPUB of editions')
    .argument('[edition...]', 'names of folders under sources/; all of them unless given')
    .option('--force', 'build again even where nothing changed')
    .action(async (names: string[], options: { force?: boolean }) => {
      const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..')
      const editions = await editionsOf(root)
      const unknown = names.filter((n) => !editions.some((e) => e.name === n))
      if (unknown.length > 0) {
        console.error(
          `error: no edition ${unknown.join(', ')} under sources/\n` +
            `  expected ${editions.map((e) => e.name).join(', ')}\n` +
            '  hint: a new folder is made an edition by `pnpm huijiao init sources/<name>`',
        )
        process.exitCode = EXIT.input
        return
      }
      const chosen = editions.filter((e) => names.length === 0 || names.includes(e.name))
      const code = await turbo(root, [
        'run',
        'tree',
        'pdf',
        'epub',
        ...chosen.map((e) => `--filter=${e.package}`),
        // An EPUB is made even where no browser is there for the PDF.
        '--continue=always',
        '--output-logs=new-only',
        '--log-order=grouped',
        ...(options.force === true ? ['--force'] : []),
      ])
      const strangers = names.length === 0 ? await strangersIn(root) : []
      for (const folder of strangers) {
        console.error(
          `warning: ${folder}: expected a package.json beside edition.yaml, got none: the edition was not built\n` +
            `  hint: pnpm huijiao init ${folder}`,
        )
      }
      let missing = strangers.length > 0
      for (const edition of chosen) {
        const made = await madeOf(edition)
        for (const line of describe(made)) console.log(line)
        missing ||= made.epub === null || made.pdf === null
      }
      if (missing) process.exitCode = EXIT.incomplete
      else if (code !== 0) process.exitCode = EXIT.failure
    })
}

/** Runs the workspace's own task runner, its output passed on. */
function turbo(root: string, args: readonly string[]): Promise<number> {
  const bin = createRequire(join(root, 'package.json')).resolve('turbo/bin/turbo')
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { TURBO_TELEMETRY_DISABLED: '1', ...process.env },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

function describe(made: Made): string[] {
  const size = (bytes: number) =>
    bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(2)} MB`
  const { epub, pdf } = made
  return [
    `${made.name} ${made.title}`,
    epub === null ? '  EPUB  missing: see above' : `  EPUB  ${epub.path}  ${size(epub.bytes)}`,
    pdf === null
      ? '  PDF   missing: see above'
      : `  PDF   ${pdf.path}  ${size(pdf.bytes)}, ${pdf.pages} pages`,
  ]
}
