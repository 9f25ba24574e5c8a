import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CopyText, ReadingSet, Trial } from './set.ts'

/**
 * Texts of a public canon with the readings of its printings and the text of its editors, where a folder has them:
 * `A.txt`, `B.txt` … (A the printing that the editors keep to), `gold.txt`, `gold-alignment.json`.
 * The editors keep to A, so only the places where they leave it tell who is right.
 *
 * @param collection a folder of such folders.
 */
export function canonSet(collection: string): ReadingSet {
  const folders = readdirSync(collection)
    .sort()
    .filter((name) => existsSync(join(collection, name, 'gold-alignment.json')))
  return {
    name: 'canon, where the editors leave their base',
    from: folders.join(', '),
    trials: folders.map((name) => trialIn(join(collection, name), name)),
  }
}

function trialIn(folder: string, name: string): Trial {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
  const gold: { readonly witnesses: Readonly<Record<string, string>> } = JSON.parse(
    read('gold-alignment.json'),
  )
  const copies = Object.entries(gold.witnesses).map(([file, siglum]): CopyText => {
    const lines = read(`${file}.txt`)
      .split('\n')
      .filter((line) => line !== '')
    return { siglum, kind: 'manual', blocks: lines.map((line) => [line]) }
  })
  const base = gold.witnesses['A']
  return { name, copies, truth: read('gold.txt'), ...(base === undefined ? {} : { base }) }
}
