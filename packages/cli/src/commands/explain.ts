import { stringsFor } from '@huijiao/hast/strings'
import { fault, InputError } from '@huijiao/model'
import { collated, describePassage, explain, readEdition } from '@huijiao/parse'
import { Command } from 'commander'
import { editionFolder } from '../edition-folder.ts'
import type { Voice } from '../words/words.ts'

/** `huijiao explain EDITION TEXT`: who has what where at a passage, what was decided, and why. */
export function explainCommand(voice: Voice): Command {
  const words = voice.explain
  return new Command('explain')
    .description(words.description)
    .argument('<edition>', voice.edition)
    .argument('<passage...>', words.passage)
    .option('--no-rulings', voice.noRulings)
    .action(async (edition: string, said: string[], options: { rulings: boolean }) => {
      const folder = await editionFolder(edition)
      const result = collated(await readEdition(folder, { rulings: options.rulings }))
      const { input } = result
      const query = said.join(' ')
      const strings = stringsFor(voice.isAsked ? voice.language : input.config.language)
      const passages = explain(result, query)
      for (const [i, passage] of passages.entries()) {
        if (i > 0) console.log('')
        for (const line of describePassage(passage, input.sources, strings)) console.log(line)
      }
      if (passages.length === 0) {
        throw new InputError([fault('no-passage', { file: folder }, { query })])
      }
    })
}
