import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openAsking } from '@huijiao/desk'
import { stringsFor } from '@huijiao/hast/strings'
import { collated, gapItems, readEdition, reviewItems } from '@huijiao/parse'
import { Command, Option } from 'commander'
import { editionFolder, folderOf } from '../edition-folder.ts'
import { walk } from '../review-walk.ts'
import { walkWorks } from '../review-works.ts'
import type { Voice } from '../words/words.ts'
import { writeAll } from '../write.ts'

interface Options {
  readonly by: string
  readonly date?: string
  readonly only?: 'works' | 'readings'
}

type Lines = AsyncIterator<string, undefined>

/** `huijiao review EDITION`: asks about works and joins, then walks through undecided and low loci; writes the answers down. */
export function reviewCommand(voice: Voice): Command {
  const words = voice.review
  return new Command('review')
    .description(words.description)
    .argument('[edition]', words.edition)
    .option('--by <name>', words.by, userInfo().username)
    .option('--date <date>', words.date)
    .addOption(new Option('--only <part>', words.only).choices(['works', 'readings']))
    .action(async (edition: string | undefined, options: Options) => {
      const folder = edition === undefined ? await editionFolder() : await folderOf(edition)
      const typed = createInterface({ input: process.stdin })
      const lines: Lines = typed[Symbol.asyncIterator]()
      try {
        const goesOn =
          options.only === 'readings' || (await askWorks(folder, lines, options, voice))
        if (goesOn && options.only !== 'works') await walkReadings(folder, lines, options, voice)
      } finally {
        // An open terminal would keep the command waiting.
        typed.close()
      }
    })
}

const print = (text: string): void => {
  process.stdout.write(text)
}

const today = (): string => new Date().toISOString().slice(0, 10)

async function askWorks(
  folder: string,
  lines: Lines,
  { by, date }: Options,
  voice: Voice,
): Promise<boolean> {
  const asking = await openAsking(folder, { by, today: () => date ?? today() })
  const ask = async (prompt: string): Promise<string | null> => {
    print(prompt)
    const { value, done } = await lines.next()
    return done === true ? null : value.trim()
  }
  const language = voice.isAsked ? { language: voice.language } : {}
  return walkWorks({ asking, ask, print, ...language })
}

async function walkReadings(
  folder: string,
  lines: Lines,
  { by, date }: Options,
  voice: Voice,
): Promise<void> {
  const result = collated(await readEdition(folder, { rulings: true }))
  const { input } = result
  const strings = stringsFor(voice.isAsked ? voice.language : input.config.language)
  const items = [...reviewItems(result), ...gapItems(result)]
  if (items.length === 0) console.log(strings.tools.review.nothingToDo)
  const before = await readFile(join(folder, 'rulings.yaml'), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  })
  const made = await walk(items, before, {
    lines,
    print,
    save: (text) => writeAll(folder, new Map([['rulings.yaml', text]])),
    sources: input.sources,
    strings,
    by,
    date: date ?? today(),
  })
  const file = join(folder, 'rulings.yaml')
  console.log(made === 0 ? voice.review.none : voice.review.made(made, file))
}
