import { Command } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { buildCommand } from './commands/build.ts'
import { collateCommand } from './commands/collate.ts'
import { discoverCommand } from './commands/discover.ts'
import { explainCommand } from './commands/explain.ts'
import { parseCommand } from './commands/parse.ts'
import { reviewCommand } from './commands/review.ts'
import { textCommand } from './commands/text.ts'
import { EXIT } from './exit.ts'
import { reportError } from './report-error.ts'

const program = new Command('huijiao')
  .description(
    'Collates imperfect copies of Chinese texts into one canonical tree, an EPUB and a PDF.',
  )
  .version(manifest.version)
  .showHelpAfterError()
  .exitOverride()
  .addCommand(buildCommand())
  .addCommand(discoverCommand())
  .addCommand(parseCommand())
  .addCommand(textCommand())
  .addCommand(explainCommand())
  .addCommand(reviewCommand())
  .addCommand(collateCommand())

for (const command of program.commands) command.copyInheritedSettings(program)

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
