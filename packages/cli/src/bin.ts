import { Command } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { EXIT } from './exit.ts'
import { reportError } from './report-error.ts'

/** Each command with what loads it: dictionaries and tables are read only by those that need them. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.ts')).initCommand(),
  build: async () => (await import('./commands/build.ts')).buildCommand(),
  clean: async () => (await import('./commands/clean.ts')).cleanCommand(),
  diff: async () => (await import('./commands/diff.ts')).diffCommand(),
  check: async () => (await import('./commands/check.ts')).checkCommand(),
  desk: async () => (await import('./commands/desk.ts')).deskCommand(),
  discover: async () => (await import('./commands/discover.ts')).discoverCommand(),
  parse: async () => (await import('./commands/parse.ts')).parseCommand(),
  text: async () => (await import('./commands/text.ts')).textCommand(),
  explain: async () => (await import('./commands/explain.ts')).explainCommand(),
  review: async () => (await import('./commands/review.ts')).reviewCommand(),
  sketch: async () => (await import('./commands/sketch.ts')).sketchCommand(),
  reuse: async () => (await import('./commands/reuse.ts')).reuseCommand(),
  collate: async () => (await import('./commands/collate.ts')).collateCommand(),
}

const program = new Command('huijiao')
  .description(
    'Collates imperfect copies of Chinese texts into one canonical tree, an EPUB and a PDF.',
  )
  .version(manifest.version)
  .showHelpAfterError()
  .exitOverride()

const wanted = COMMANDS[process.argv[2] ?? '']
for (const load of wanted === undefined ? Object.values(COMMANDS) : [wanted]) {
  const command = await load()
  program.addCommand(command.copyInheritedSettings(program))
}
// What shells ask for words to complete, and the script that makes them ask.
if (wanted === undefined) (await import('@bomb.sh/tab/commander')).default(program)

try {
  await program.parseAsync()
} catch (error) {
  const code = (error as { code?: string; exitCode?: number }).code
  if (code?.startsWith('commander.') === true) {
    // Commander has printed its message or the help already.
    process.exitCode = (error as { exitCode: number }).exitCode === 0 ? EXIT.ok : EXIT.input
  } else {
    process.exitCode = reportError(error, (line) => console.error(line))
  }
}
