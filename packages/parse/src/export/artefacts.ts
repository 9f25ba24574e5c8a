import type { EditionResult } from '../pipeline.ts'
import { apparatusOf } from './apparatus.ts'
import { stableJson } from './json.ts'
import { ledgerTsv } from './ledger.ts'
import { reportOf } from './report.ts'
import { sourceFiles } from './sources.ts'
import { textOf } from './text.ts'

/**
 * The files that an edition's tree is published as, by path below `dist/`:
 * `edition.json`, `text/<work>.txt`, `apparatus.json`, `ledger.tsv`, `report.json`, `sources/<n>.json`.
 *
 * @param rulings whether the editor's rulings were applied, for the report.
 */
export function artefacts(result: EditionResult, rulings: boolean): Map<string, string> {
  return new Map([
    ['edition.json', stableJson(result.edition)],
    ...result.edition.children.map((work): [string, string] => [
      `text/${work.id}.txt`,
      textOf(work),
    ]),
    ['apparatus.json', stableJson(apparatusOf(result.edition))],
    ['ledger.tsv', ledgerTsv(result.ledger, result.input.sources)],
    ['report.json', stableJson(reportOf(result, rulings))],
    ...sourceFiles(result.input.sources, result.ledger),
  ])
}
