import { basename, join, resolve } from 'node:path'
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

interface Flags {
  readonly out?: string
  readonly rulings: boolean
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `huijiao parse EDITION`: from the witnesses to the tree, the texts, the apparatus and the ledger. */
export function parseCommand(): Command {
  return new Command('parse')
    .description('collate the witnesses of an edition into its canonical tree')
    .argument(
      '<edition>',
      'folder of the edition, with edition.yaml and witnesses/, or its name under sources/',
    )
    .option('--out <dir>', 'where to write (default: dist/ in the folder)')
    .option('--no-rulings', 'leave rulings.yaml aside')
    .option('--json', 'print messages and what was made as JSON, for other programs')
    .option('--quiet', 'print errors alone')
    .action(async (edition: string, options: Flags) => {
      const isQuiet = options.quiet === true
      const dir = await folderOf(edition)
      const file = await readEdition(dir, { rulings: options.rulings })
      const { step, done } = progress(
        basename(resolve(dir)),
        isQuiet || options.json === true ? 'never' : 'lines',
      )
      let result: EditionResult
      try {
        result = collated(file, { onStep: step })
      } finally {
        done()
      }
      const told = isQuiet ? [] : file.messages
      if (options.json !== true) for (const m of told) console.error(formatMessage(m))
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
      for (const line of listed(open)) console.log(line)
      console.log(
        `${result.input.id}: ${result.edition.children.length} works, ${result.decided.decisions.length} loci ` +
          `(${open.length} undecided or of low certainty and not ruled on), ${files.size} files in ${out}`,
      )
    })
}

/** Loci that the terminal names; the report has them all. */
const NAMED = 20

/** The loci in most doubt, worst first. */
function listed(items: readonly ReviewItem[]): string[] {
  const lines = items.slice(0, NAMED).map(({ id, decision, sigla }) => {
    const { before, after, readings } = decision.locus
    const choices = readings.map((r, i) => `${r.text === '' ? '（无）' : r.text} ${sigla[i] ?? ''}`)
    const near = `${[...before].slice(-6).join('')}［${decision.lemma}］${[...after].slice(0, 6).join('')}`
    return `  ${decision.certainty} ${id} ${near}  ${choices.join(' ｜ ')}`
  })
  const more = items.length - lines.length
  return more > 0 ? [...lines, `  and ${more} more in report.json`] : lines
}
