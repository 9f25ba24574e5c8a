import { stringsFor } from '@huijiao/hast/strings'
import { collated, describePassage, explain, readEdition } from '@huijiao/parse'
import { Command } from 'commander'
import { editionFolder } from '../edition-folder.ts'
import { EXIT } from '../exit.ts'

/** `huijiao explain EDITION TEXT`: who has what where at a passage, what was decided, and why. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('tell of any passage which witness says what where, what was decided and why')
    .argument('<edition>', 'folder of the edition, or its name under sources/')
    .argument('<passage...>', 'id of a locus, or words of the text or of any witness')
    .option('--no-rulings', 'leave rulings.yaml aside')
    .action(async (edition: string, words: string[], options: { rulings: boolean }) => {
      const folder = await editionFolder(edition)
      const result = collated(await readEdition(folder, { rulings: options.rulings }))
      const { input } = result
      const query = words.join(' ')
      const strings = stringsFor(input.config.language)
      const passages = explain(result, query)
      for (const [i, passage] of passages.entries()) {
        if (i > 0) console.log('')
        for (const line of describePassage(passage, input.sources, strings)) console.log(line)
      }
      if (passages.length === 0) {
        console.error(
          `error: “${query}” stands nowhere in the text or its witnesses\n  expected the id of a locus, or words as any of them has them, punctuation aside\n  hint: quote fewer words, in one work and in the order of the text`,
        )
        process.exitCode = EXIT.input
      }
    })
}
