import { stringsFor } from '@huijiao/hast/strings'
import { fault, InputError } from '@huijiao/model'
import { collated, describePassage, explain, readEdition } from '@huijiao/parse'
import { Command } from 'commander'
import { editionFolder } from '../edition-folder.ts'
import { passageData } from '../passage-json.ts'
import type { Voice } from '../words/words.ts'

interface Options {
  readonly rulings: boolean
  readonly json?: true
}

/** `huijiao explain EDITION TEXT`: who has what where at a passage, what was decided, and why. */
export function explainCommand(voice: Voice): Command {
  const words = voice.explain
  return new Command('explain')
    .description(words.description)
    .argument('<edition>', voice.edition)
    .argument('<passage...>', words.passage)
    .option('--no-rulings', voice.noRulings)
    .option('--json', words.json)
    .action(async (edition: string, said: string[], options: Options) => {
      const folder = await editionFolder(edition)
      const result = collated(await readEdition(folder, { rulings: options.rulings }))
      const { input } = result
      const query = said.join(' ')
      const strings = stringsFor(voice.isAsked ? voice.language : input.config.language)
      const passages = explain(result, query)
      if (passages.length === 0) {
        throw new InputError([fault('no-passage', { file: folder }, { query })])
      }
      if (options.json === true) {
        const data = passages.map((passage) => passageData(result, passage))
        console.log(JSON.stringify(data, null, 1))
        return
      }
      for (const [i, passage] of passages.entries()) {
        if (i > 0) console.log('')
        for (const line of describePassage(passage, input.sources, strings)) console.log(line)
      }
    })
}
