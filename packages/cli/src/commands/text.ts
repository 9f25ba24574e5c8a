import { fault, InputError } from '@huijiao/model'
import { collated, readEdition, textOf } from '@huijiao/parse'
import { Command } from 'commander'
import { folderOf } from '../edition-folder.ts'
import type { Voice } from '../words/words.ts'

/** `huijiao text DIR [work]`: prints the reading text. */
export function textCommand(voice: Voice): Command {
  const words = voice.text
  return new Command('text')
    .description(words.description)
    .argument('<edition>', voice.edition)
    .argument('[work]', words.work)
    .option('--no-rulings', voice.noRulings)
    .action(async (edition: string, work: string | undefined, options: { rulings: boolean }) => {
      const dir = await folderOf(edition)
      const file = await readEdition(dir, { rulings: options.rulings })
      const works = collated(file).edition.children
      const chosen = work === undefined ? works : works.filter((w) => w.id === work)
      if (work !== undefined && chosen.length === 0) {
        const known = works.map((w) => w.id)
        throw new InputError([fault('no-work', { file: dir }, { work, known })])
      }
      process.stdout.write(chosen.map(textOf).join('\n'))
    })
}
