import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One measurement: a file beside this one, and the async function it exports. */
interface Subcommand {
  readonly summary: string
  readonly exported: string
  /** Takes the arguments that follow its name. */
  readonly options?: true
}

/** Loaded only when asked for, so that what one of them lacks does not hinder the others. */
const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  collate: {
    summary: 'the aligner: speed, memory, recall, against others',
    exported: 'benchCollate',
  },
  label: {
    summary: 'what each line is; --fit fits it anew',
    exported: 'benchLabel',
    options: true,
  },
  segment: { summary: 'finding works in scrambled pages', exported: 'benchSegment' },
  calibrate: {
    summary: 'how often decisions of a probability are right, to be fitted',
    exported: 'benchCalibrate',
  },
  readings: {
    summary: 'deciding readings: speed, growth, right and wrong',
    exported: 'benchReadings',
  },
  epub: { summary: 'the EPUB renderer, against Pandoc', exported: 'benchEpub' },
  print: { summary: 'the PDF renderer', exported: 'benchPrint' },
  scale: {
    summary: 'many editions, many files; editions=N quality=N sizes=MB,MB',
    exported: 'benchScale',
    options: true,
  },
}

/** Runs the named benchmark and gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const name = args[0] ?? ''
  const subcommand = SUBCOMMANDS[name]
  if (subcommand === undefined) {
    const known = Object.entries(SUBCOMMANDS).map(
      ([key, { summary }]) => `  ${key.padEnd(9)} ${summary}`,
    )
    console.error(`usage: bench <name>\n${known.join('\n')}`)
    return name === '' ? 0 : 2
  }
  const specifier = new URL(`./${name}.js`, import.meta.url).href
  const loaded: Record<string, unknown> = await import(specifier)
  const run = loaded[subcommand.exported]
  if (typeof run !== 'function') {
    console.error(`error: ${name} exports no function ${subcommand.exported}`)
    return 1
  }
  await (subcommand.options === true ? run(args.slice(1)) : run())
  return 0
}

const entry = process.argv[1]
if (entry !== undefined && realpathSync(entry) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2))
}
