import { Command } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { EXIT } from './exit.ts'
import { reportError } from './report-error.ts'
import { speak } from './words/speak.ts'
import { languageAsked, type Voice, voiceFor } from './words/words.ts'

/** Each command with what loads it: dictionaries and tables are read only by those that need them. */
const COMMANDS: Readonly<Record<string, (voice: Voice) => Promise<Command>>> = {
  init: async (v) => (await import('./commands/init.ts')).initCommand(v),
  build: async (v) => (await import('./commands/build.ts')).buildCommand(v),
  clean: async (v) => (await import('./commands/clean.ts')).cleanCommand(v),
  diff: async (v) => (await import('./commands/diff.ts')).diffCommand(v),
  check: async (v) => (await import('./commands/check.ts')).checkCommand(v),
  desk: async (v) => (await import('./commands/desk.ts')).deskCommand(v),
  discover: async (v) => (await import('./commands/discover.ts')).discoverCommand(v),
  parse: async (v) => (await import('./commands/parse.ts')).parseCommand(v),
  text: async (v) => (await import('./commands/text.ts')).textCommand(v),
  explain: async (v) => (await import('./commands/explain.ts')).explainCommand(v),
  crop: async (v) => (await import('./commands/crop.ts')).cropCommand(v),
  review: async (v) => (await import('./commands/review.ts')).reviewCommand(v),
  preview: async (v) => (await import('./commands/preview.ts')).previewCommand(v),
  sketch: async (v) => (await import('./commands/sketch.ts')).sketchCommand(v),
  reuse: async (v) => (await import('./commands/reuse.ts')).reuseCommand(v),
  collate: async (v) => (await import('./commands/collate.ts')).collateCommand(v),
}

const language = languageAsked(process.argv.slice(2), process.env)
const voice = voiceFor(language)
// The programs that a build starts answer in the same language.
if (language !== undefined) process.env.HUIJIAO_LANG = language

const program = speak(new Command('huijiao'), voice)
  .description(voice.program)
  .version(manifest.version, '-V, --version', voice.help.version)
  .helpCommand('help [command]', voice.help.command)
  .showHelpAfterError()
  .exitOverride()

const wanted = COMMANDS[process.argv[2] ?? '']
for (const load of wanted === undefined ? Object.values(COMMANDS) : [wanted]) {
  const command = await load(voice)
  program.addCommand(speak(command.copyInheritedSettings(program), voice))
}
// What shells ask for words to complete, and the script that makes them ask.
if (wanted === undefined) {
  const { default: complete } = await import('@bomb.sh/tab/commander')
  complete(program)
  program.commands.find((c) => c.name() === 'complete')?.description(voice.complete)
}

try {
  await program.parseAsync()
} catch (error) {
  const code = (error as { code?: string; exitCode?: number }).code
  if (code?.startsWith('commander.') === true) {
    // Commander has printed its message or the help already.
    process.exitCode = (error as { exitCode: number }).exitCode === 0 ? EXIT.ok : EXIT.input
  } else {
    process.exitCode = reportError(error, voice, (line) => console.error(line))
  }
}
