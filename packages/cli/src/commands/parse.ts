import { basename, join, resolve } from 'node:path'
import { elide } from '@huijiao/hast'
import { type Strings, stringsFor } from '@huijiao/hast/strings'
import { formatMessage } from '@huijiao/model'
import {
  artefacts,
  collated,
  type EditionResult,
  type ReviewItem,
  readEdition,
  reviewItems,
} from '@huijiao/parse'
import { Command } from 'commander'
import { folderOf } from '../edition-folder.ts'
import { dataOf } from '../messages.ts'
import { progress } from '../progress.ts'
import { writeAll } from '../write.ts'
import type { Voice } from '../words/words.ts'

interface Flags {
  readonly out?: string
  readonly rulings: boolean
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `huijiao parse EDITION`: from the witnesses to the tree, the texts, the apparatus and the ledger. */
export function parseCommand(voice: Voice): Command {
  const words = voice.parse
  return new Command('parse')
    .description(words.description)
    .argument('<edition>', words.edition)
    .option('--out <dir>', words.out)
    .option('--no-rulings', voice.noRulings)
    .option('--json', words.json)
    .option('--quiet', voice.quiet)
    .action(async (edition: string, options: Flags) => {
      const isQuiet = options.quiet === true
      const dir = await folderOf(edition)
      const file = await readEdition(dir, { rulings: options.rulings })
      const { step, done } = progress(
        basename(resolve(dir)),
        isQuiet || options.json === true ? 'never' : 'lines',
        voice.timeLeft,
      )
      let result: EditionResult
      try {
        result = collated(file, {
          // A program that reads the lines knows the stages by their names.
          onStep: (stage) => step(process.stderr.isTTY ? words.stages[stage] : stage),
        })
      } finally {
        done()
      }
      const told = isQuiet ? [] : file.messages
      if (options.json !== true)
        for (const m of told) console.error(formatMessage(m, voice.language))
      const out = options.out ?? join(dir, 'dist')
      const files = artefacts(result, options.rulings)
      await writeAll(out, files, ['text'])
      const open = reviewItems(result)
      if (options.json === true) {
        const made = {
          edition: result.input.id,
          out,
          files: [...files.keys()],
          doubtful: open.length,
        }
        console.log(JSON.stringify({ ...made, messages: told.map(dataOf) }, null, 1))
      }
      if (isQuiet || options.json === true) return
      const strings = stringsFor(voice.language)
      for (const line of listed(open, strings, words)) console.log(line)
      console.log(
        `${result.input.id}: ${words.summary({
          works: result.edition.children.length,
          loci: result.decided.decisions.length,
          open: open.length,
          files: files.size,
          out,
        })}`,
      )
    })
}

/** Loci that the terminal names; the report has them all. */
const NAMED = 20

/** The loci in most doubt, worst first. */
function listed(
  items: readonly ReviewItem[],
  { tools, certainties }: Strings,
  words: Voice['parse'],
): string[] {
  const lines = items.slice(0, NAMED).map(({ id, decision, sigla }) => {
    const { before, after, readings } = decision.locus
    const choices = readings.map(
      (r, i) => `${r.text === '' ? tools.nothing : elide(r.text)} ${sigla[i] ?? ''}`,
    )
    const near = `${[...before].slice(-6).join('')}［${elide(decision.lemma)}］${[...after].slice(0, 6).join('')}`
    return `  ${certainties[decision.certainty]} ${id} ${near}  ${choices.join(' ｜ ')}`
  })
  const more = items.length - lines.length
  return more > 0 ? [...lines, `  ${words.more(more)}`] : lines
}
