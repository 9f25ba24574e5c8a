import { join } from 'node:path'
import type { Flow, Heading } from '@huijiao/ast'
import { type Prose, proseOf } from '../compose/prose.ts'
import { readWritten } from '@huijiao/readers'
import { readPictures } from './pictures.ts'

/**
 * Reads `preface.md`, `afterword.md` and `works/<id>.md` of an edition's folder, as far as they are there.
 *
 * @throws {InputError} naming the line of what a book has no form for.
 */
export async function readProse(folder: string, works: readonly string[]): Promise<Prose> {
  const read = async (name: string): Promise<(Heading | Flow)[] | undefined> => {
    const path = join(folder, name)
    const text = await readWritten(path, folder)
    if (text === null) return undefined
    return proseOf(text, { file: path, pictures: await readPictures(text, path, folder) })
  }
  const [preface, afterword] = [await read('preface.md'), await read('afterword.md')]
  const headnotes = new Map<string, Flow[]>()
  for (const id of works) {
    const prose = await read(`works/${id}.md`)
    if (prose === undefined) continue
    headnotes.set(
      id,
      prose.filter((node): node is Flow => node.type !== 'heading'),
    )
  }
  return {
    ...(preface === undefined ? {} : { preface }),
    ...(afterword === undefined ? {} : { afterword }),
    headnotes,
  }
}
