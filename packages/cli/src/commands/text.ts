import { collated, readEdition, textOf } from '@huijiao/parse'
import { Command } from 'commander'
import { folderOf } from '../edition-folder.ts'
import { EXIT } from '../exit.ts'

/** `huijiao text DIR [work]`: prints the reading text. */
export function textCommand(): Command {
  return new Command('text')
    .description('print the reading text, one block a line')
    .argument('<edition>', 'folder of the edition, or its name under sources/')
    .argument('[work]', 'id of a work; all works unless given')
    .option('--no-rulings', 'leave rulings.yaml aside')
    .action(async (edition: string, work: string | undefined, options: { rulings: boolean }) => {
      const dir = await folderOf(edition)
      const file = await readEdition(dir, { rulings: options.rulings })
      const works = collated(file).edition.children
      const chosen = work === undefined ? works : works.filter((w) => w.id === work)
      if (chosen.length === 0) {
        console.error(
          `error: no work ${work} in ${dir}\n  expected one of ${works.map((w) => w.id).join(', ')}`,
        )
        process.exitCode = EXIT.input
        return
      }
      process.stdout.write(chosen.map(textOf).join('\n'))
    })
}
