import { join } from 'node:path'
import {
  artefacts,
  collateEdition,
  type EditionResult,
  formatMessage,
  readEdition,
} from '@huijiao/parse'
import { Command } from 'commander'
import { progress } from '../progress.ts'
import { writeAll } from '../write.ts'

/** `huijiao parse DIR`: from the witnesses to the tree, the texts, the apparatus and the ledger. */
export function parseCommand(): Command {
  return new Command('parse')
    .description('collate the witnesses of an edition into its canonical tree')
    .argument('<dir>', 'folder of the edition, with edition.yaml and witnesses/')
    .option('--out <dir>', 'where to write (default: dist/ in the folder)')
    .option('--no-rulings', 'leave rulings.yaml aside')
    .action(async (dir: string, options: { out?: string; rulings: boolean }) => {
      const { input, messages } = await readEdition(dir, { rulings: options.rulings })
      const { step, done } = progress(input.id, 'lines')
      let result: EditionResult
      try {
        result = collateEdition(input, step)
      } finally {
        done()
      }
      for (const m of [...messages, ...result.messages]) console.error(formatMessage(m))
      const out = options.out ?? join(dir, 'dist')
      const files = artefacts(result, options.rulings)
      await writeAll(out, files, ['text'])
      const open = result.decided.decisions.filter(
        (d) =>
          d.locus.layer === 'content' && (d.certainty === 'undecided' || d.certainty === 'low'),
      ).length
      console.log(
        `${input.id}: ${result.edition.children.length} works, ${result.decided.decisions.length} loci ` +
          `(${open} undecided or of low certainty), ${files.size} files in ${out}`,
      )
    })
}
