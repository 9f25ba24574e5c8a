import { assertEdition, type Edition } from '@huijiao/ast'
import { readRegular, writeWhole } from '@huijiao/files'
import { fault } from '@huijiao/model/messages'
import { Command, CommanderError } from 'commander'
import { isUnreadable, messageOf, told } from './told.ts'

/** 0 made; 1 a fault of the program or the machine; 2 wrong arguments or input, nothing written. */
export const EXIT = { ok: 0, failure: 1, input: 2 } as const

/** A file that a renderer made. */
export interface Rendered {
  readonly path: string
  readonly content: string | Uint8Array
}

/** A program that makes files of a tree. */
export interface Renderer<Flag extends string> {
  readonly name: string
  readonly description: string
  /** Its options, each as commander writes it and what it is for. */
  readonly options: readonly (readonly [option: string, about: string])[]
  /** Options that must be given, of those. */
  readonly required: readonly Flag[]
  readonly render: (
    edition: Edition,
    flags: Readonly<Partial<Record<Flag, string>>>,
  ) => readonly Rendered[] | Promise<readonly Rendered[]>
}

/** Where a command writes its lines. */
export interface Output {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

/** Most bytes of a tree: half of the longest string that V8 of Node 20 can hold, 2^29 characters. */
const MOST = 2 ** 28

/** Runs a renderer as a command, `NAME TREE.json --option …`, and gives its exit code. */
export async function runRenderer<Flag extends string>(
  renderer: Renderer<Flag>,
  args: readonly string[],
  output: Output,
): Promise<number> {
  const program = new Command(renderer.name)
    .description(renderer.description)
    .argument('<tree.json>', 'the canonical tree of the edition')
    .addHelpText('after', '\nexit codes: 0 made; 1 failed; 2 wrong arguments or input')
    .exitOverride()
    .showHelpAfterError()
    .allowExcessArguments(false)
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text.trimEnd()),
    })
    .action(async (tree: string, flags: Partial<Record<Flag, string>>) => {
      const missing = renderer.required.find((flag) => flags[flag] === undefined)
      if (missing !== undefined)
        program.error(`error: required option '--${missing}' not specified`)
      for (const { path, content } of await renderer.render(await readTree(tree), flags)) {
        await writeWhole(path, content)
        output.out(`${path}  ${Math.round(Buffer.byteLength(content) / 1000)} kB`)
      }
    })
  for (const [option, about] of renderer.options) program.option(option, about)
  try {
    await program.parseAsync(args, { from: 'user' })
    return EXIT.ok
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.input
    const file = program.args[0] ?? renderer.name
    if (error instanceof TreeFileError) {
      output.err(told(fault('tree', { file }, { text: error.message })))
      return EXIT.input
    }
    output.err(told(messageOf(error, file)))
    return isUnreadable(error) ? EXIT.input : EXIT.failure
  }
}

/** A file is no tree. */
class TreeFileError extends Error {}

async function readTree(path: string): Promise<Edition> {
  const bytes = await readRegular(path, { most: MOST })
  try {
    const tree: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    assertEdition(tree)
    return tree as Edition
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    throw new TreeFileError(text, { cause: error })
  }
}
