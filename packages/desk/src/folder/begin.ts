import { copyFile, mkdir, stat } from 'node:fs/promises'
import { dirname, join, parse } from 'node:path'
import { isMap, isSeq, parseDocument } from 'yaml'
import type { Beginning } from '../protocol/summary.ts'
import type { Texts } from './texts.ts'

/**
 * The texts with an `edition.yaml`: that which is there, else the proposed one. An edition's raw files lie in
 * `witnesses/`; where they lie beside it they are copied there, and what was put into the folder stays as it is.
 */
export async function begin(
  folder: string,
  texts: Texts,
  beginning: Beginning | null,
  date: string,
): Promise<Texts> {
  if (texts['edition.yaml'] !== null || beginning === null) return texts
  for (const file of beginning.loose) {
    const to = join(folder, 'witnesses', file)
    await mkdir(dirname(to), { recursive: true })
    if (!(await exists(to))) await copyFile(join(folder, file), to)
  }
  return { ...texts, 'edition.yaml': dated(beginning.yaml, date) }
}

/** A proposal with the day on which the edition is begun; a witness is described by the name of its file. */
function dated(yaml: string, date: string): string {
  const document = parseDocument(yaml)
  document.set('date', date)
  const witnesses = document.get('witnesses')
  for (const witness of isSeq(witnesses) ? witnesses.items : []) {
    if (!isMap(witness)) continue
    const file: unknown = witness.getIn(['files', 0, 'file'])
    if (typeof file === 'string') witness.set('description', parse(file).name)
  }
  return document.toString({ lineWidth: 0 })
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
