import { stringsFor } from '@huijiao/hast/strings'
import type { Source } from '@huijiao/model'
import { segment } from '@huijiao/segment'
import { isMeant, parseEdition } from '../config/edition.ts'
import { withItems } from '../config/insert.ts'
import { describe, fileOf } from './discover.ts'
import { kindOf } from './kind.ts'
import { type ProposedWork, proposed } from './propose.ts'

/** An `edition.yaml` to which files were added. */
export interface Merged {
  readonly yaml: string
  /** Files that it had not named, each a witness now. */
  readonly files: readonly string[]
  /** Works that only these have. */
  readonly works: readonly ProposedWork[]
}

/**
 * Adds files to an `edition.yaml`: each that it does not name becomes a witness, and what of them belongs to none of its
 * works becomes works. What an editor has written stays as it is.
 *
 * @param path of the file, for messages.
 * @param sources all raw files, read; those that the edition names too.
 * @throws {InputError} where the file is no `edition.yaml`, or a quotation in it does not stand in the sources.
 */
export function mergeFiles(yaml: string, path: string, sources: readonly Source[]): Merged {
  const config = parseEdition(yaml, path)
  const taken = new Set(config.witnesses.map(({ siglum }) => siglum))
  const files: string[] = []
  const known = sources.map((source) => {
    const witness = config.witnesses.find((w) => w.files.some((file) => isMeant(file, source)))
    if (witness !== undefined) return { ...source, siglum: witness.siglum }
    files.push(source.file)
    const siglum = freeSiglum(taken)
    taken.add(siglum)
    return { ...source, siglum }
  })
  if (files.length === 0) return { yaml, files, works: [] }
  const segmentation = segment(known, config.works, config.texts)
  const named = new Set(config.works.map(({ id }) => id))
  const works = segmentation.works
    .filter(({ id, texts }) => !named.has(id) && texts.some(({ file }) => files.includes(file)))
    .map((work) => proposed(work, segmentation, known, 'contains'))
  const witnesses = known
    .filter(({ file }) => files.includes(file))
    .map((source) => ({
      siglum: source.siglum,
      description: describe(source, segmentation, stringsFor(config.language)),
      kind: kindOf(source),
      files: [fileOf(source)],
    }))
  return { yaml: withItems(withItems(yaml, 'witnesses', witnesses), 'works', works), files, works }
}

/** Heavenly stems, the customary sigla of Chinese editions; beyond ten, numbered. */
const STEMS = '甲乙丙丁戊己庚辛壬癸'

function freeSiglum(taken: ReadonlySet<string>): string {
  const stem = [...STEMS].find((each) => !taken.has(each))
  if (stem !== undefined) return stem
  let number = taken.size + 1
  while (taken.has(`本${number}`)) number += 1
  return `本${number}`
}
