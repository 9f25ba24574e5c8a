import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { stringsFor } from '@huijiao/hast/strings'
import { collated, gapItems, readEdition, reviewItems } from '@huijiao/parse'
import { Command } from 'commander'
import { editionFolder } from '../edition-folder.ts'
import { walk } from '../review-walk.ts'
import { writeAll } from '../write.ts'
import type { Voice } from '../words/words.ts'

/** `huijiao review EDITION`: walks through undecided and low loci and writes the rulings down. */
export function reviewCommand(voice: Voice): Command {
  const words = voice.review
  return new Command('review')
    .description(words.description)
    .argument('[edition]', words.edition)
    .option('--by <name>', words.by, userInfo().username)
    .option('--date <date>', words.date)
    .action(async (edition: string | undefined, options: { by: string; date?: string }) => {
      const folder = await editionFolder(edition)
      const result = collated(await readEdition(folder, { rulings: true }))
      const { input } = result
      const strings = stringsFor(voice.isAsked ? voice.language : input.config.language)
      const items = [...reviewItems(result), ...gapItems(result)]
      if (items.length === 0) console.log(strings.tools.review.nothingToDo)
      const before = await readFile(join(folder, 'rulings.yaml'), 'utf8').catch(
        (error: unknown) => {
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
          throw error
        },
      )
      const made = await walk(items, before, {
        input: process.stdin,
        print: (text) => process.stdout.write(text),
        save: (text) => writeAll(folder, new Map([['rulings.yaml', text]])),
        sources: input.sources,
        strings,
        by: options.by,
        date: options.date ?? new Date().toISOString().slice(0, 10),
      })
      const file = join(folder, 'rulings.yaml')
      console.log(made === 0 ? words.none : words.made(made, file))
    })
}
