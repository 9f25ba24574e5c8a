import { isUnreadable, messageOf, told } from '@huijiao/command'
import { writeWhole } from '@huijiao/files'
import { codePointName } from '@huijiao/fonts'
import { PageBreakError } from '@huijiao/hast'
import { warning } from '@huijiao/model/messages'
import { Command, CommanderError } from 'commander'
import { EditionDateError } from './identity.ts'
import { InputFileError, readEdition, readPages } from './read.ts'
import { renderEpub } from './render.ts'

/** 0 made; 1 a fault; 2 wrong arguments or input, nothing written; 3 made, but without a page list. */
export const EXIT = { ok: 0, failure: 1, input: 2, incomplete: 3 } as const

/** What is wrong with the tree or the pages, and not with the program or the machine. */
const INPUT_FAULTS = [InputFileError, PageBreakError, EditionDateError]

/** Where the command writes its lines. */
export interface Output {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

interface Flags {
  readonly out: string
  readonly pages?: string
}

/** Runs the command and gives its exit code. */
export async function main(args: readonly string[], output: Output): Promise<number> {
  let code: number = EXIT.ok
  const program = new Command('huijiao-epub')
    .description('renders an edition’s tree as an EPUB')
    .argument('<tree.json>', 'the canonical tree of the edition')
    .requiredOption('--out <book.epub>', 'where to write the book')
    .option(
      '--pages <pages.json>',
      'where the pages of the printed book begin; where it is missing or of another tree the book has no page list',
    )
    .addHelpText(
      'after',
      '\nexit codes: 0 made; 1 failed; 2 wrong arguments or input, nothing written; 3 made without a page list',
    )
    .exitOverride()
    .showHelpAfterError()
    .allowExcessArguments(false)
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text.trimEnd()),
    })
    .action(async (tree: string, flags: Flags) => {
      code = await make(tree, flags, output)
    })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.input
    output.err(told(messageOf(error, program.args[0] ?? program.name())))
    return isInputFault(error) ? EXIT.input : EXIT.failure
  }
}

async function make(tree: string, flags: Flags, { out, err }: Output): Promise<number> {
  const { edition, hash } = await readEdition(tree)
  const pages = flags.pages === undefined ? null : await readPages(flags.pages, edition, hash)
  const breaks = pages === null || typeof pages === 'string' ? undefined : pages
  const book = await renderEpub(edition, {
    ...(breaks === undefined ? {} : { pages: breaks }),
    unfaced: (character, place) =>
      err(
        told(
          warning(
            'no-face',
            { file: tree },
            {
              characters: [{ name: codePointName(character.codePointAt(0) ?? 0), times: 1, place }],
              more: 0,
              isBoxed: false,
            },
          ),
        ),
      ),
  })
  await writeWhole(flags.out, book)
  out(`${flags.out}  ${Math.round(book.length / 1000)} kB`)
  if (typeof pages !== 'string') return EXIT.ok
  const isOther = pages === 'those of another tree'
  err(told(warning('no-page-list', { file: flags.pages ?? '' }, { isOther })))
  return EXIT.incomplete
}

const isInputFault = (error: unknown): boolean =>
  INPUT_FAULTS.some((fault) => error instanceof fault) || isUnreadable(error)
