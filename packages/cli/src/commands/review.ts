import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { stringsFor } from '@huijiao/hast/strings'
import { collated, gapItems, readEdition, reviewItems } from '@huijiao/parse'
import { Command } from 'commander'
import { editionFolder } from '../edition-folder.ts'
import { walk } from '../review-walk.ts'
import { writeAll } from '../write.ts'

/** `huijiao review EDITION`: walks through undecided and low loci and writes the rulings down. */
export function reviewCommand(): Command {
  return new Command('review')
    .description('walk through doubtful loci and gaps in the terminal and rule on them')
    .argument(
      '[edition]',
      'folder of the edition, or its name under sources/; may be left out where there is one',
    )
    .option('--by <name>', 'who decides', userInfo().username)
    .option('--date <date>', 'ISO date of the rulings (default: today)')
    .action(async (edition: string | undefined, options: { by: string; date?: string }) => {
      const folder = await editionFolder(edition)
      const result = collated(await readEdition(folder, { rulings: true }))
      const { input } = result
      const strings = stringsFor(input.config.language)
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
      console.log(
        made === 0
          ? '未作裁定，rulings.yaml 未动。'
          : `${made} rulings written to ${join(folder, 'rulings.yaml')}`,
      )
    })
}
