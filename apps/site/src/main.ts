import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { isUnreadable, messageOf, told } from '@huijiao/command'
import { writeWhole } from '@huijiao/files'
import { warning } from '@huijiao/model/messages'
import { Command, CommanderError } from 'commander'
import { renderEdition } from './edition.ts'
import { assemble, type HouseOptions } from './house/assemble.ts'
import { InputFileError, readDist } from './read-dist.ts'

/** 0 made; 1 a fault; 2 wrong arguments or input, nothing written; 3 made, but a book is missing. */
const EXIT = { ok: 0, failure: 1, input: 2, incomplete: 3 } as const

/** Where the command writes its lines. */
export interface Output {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

/** Runs the command and gives its exit code. */
export async function main(args: readonly string[], output: Output): Promise<number> {
  let code: number = EXIT.ok
  const program = new Command('huijiao-site')
    .description('renders editions as a site of plain files')
    .addHelpText(
      'after',
      '\nexit codes: 0 made; 1 failed; 2 wrong arguments or input; 3 made, a book is missing',
    )
    .exitOverride()
    .showHelpAfterError()
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text.trimEnd()),
    })
  const lacking = (): void => {
    code = EXIT.incomplete
  }
  program.addCommand(editionCommand(output, lacking).copyInheritedSettings(program))
  program.addCommand(houseCommand(output).copyInheritedSettings(program))
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.input
    output.err(told(messageOf(error, program.args[0] ?? program.name())))
    return isInputFault(error) ? EXIT.input : EXIT.failure
  }
}

function editionCommand({ out, err }: Output, lacking: () => void): Command {
  return new Command('edition')
    .description('renders one edition’s part of the site from what lies in its dist/')
    .argument('<dist>', 'the folder that the edition’s tree and books lie in')
    .requiredOption('--out <folder>', 'where to write; what lies there goes')
    .option('--with <file>', 'a book that should lie there; once for each', collect, [])
    .action(async (dist: string, flags: { out: string; with: string[] }) => {
      const from = await readDist(dist)
      const files = await renderEdition(from)
      await rm(flags.out, { recursive: true, force: true })
      for (const [path, content] of files) await writeWhole(join(flags.out, path), content)
      out(`${flags.out}  ${files.size} files`)
      const missing = flags.with.filter((book) => from.downloads.every(({ path }) => path !== book))
      for (const book of missing) {
        err(told(warning('no-book', { file: join(dist, book) })))
      }
      if (missing.length > 0) lacking()
    })
}

const collect = (value: string, values: string[]): string[] => [...values, value]

interface HouseFlags extends HouseOptions {
  readonly out: string
}

function houseCommand({ out }: Output): Command {
  return new Command('house')
    .description('puts the parts of editions together into a site')
    .argument(
      '[dist...]',
      'the dist/ folders of editions, each with its part in site/; else one a line from standard input',
    )
    .requiredOption('--out <folder>', 'the folder of the site')
    .option('--title <title>', 'what the site is called')
    .option('--language <tag>', 'language of its front; that of most editions unless given')
    .option(
      '--stamp <text>',
      'what else the site depends on; it is made anew where this has changed',
    )
    .action(async (given: string[], flags: HouseFlags) => {
      const dists = given.length > 0 ? given : await linesOfInput()
      const { editions, copied } = await assemble(dists, flags.out, flags)
      out(`${flags.out}  ${editions} editions, ${copied} of them copied now`)
    })
}

async function linesOfInput(): Promise<string[]> {
  const text = await textOf(process.stdin)
  return text.split('\n').filter((line) => line !== '')
}

const isInputFault = (error: unknown): boolean =>
  error instanceof InputFileError || isUnreadable(error)
