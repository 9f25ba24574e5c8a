import { join } from 'node:path'
import { InputError } from '@huijiao/model'
import { parseEdition, readEdition } from '@huijiao/parse'
import { filesBelow, namesBelow, readFiles, readRaw } from '@huijiao/readers'
import type { Texts } from '../folder/texts.ts'
import { EMPTY, type Look } from './look.ts'
import { messageOf } from './message.ts'

/** The files of a folder as they can be read, before any work is found in them: soon there, however large they are. */
export async function readLook(folder: string, texts: Texts): Promise<Look> {
  try {
    const written = texts['edition.yaml']
    if (written === null) return { ...EMPTY, sources: await rawSources(folder) }
    const config = parseEdition(written, join(folder, 'edition.yaml'))
    const file = await readEdition(folder, { rulings: false })
    return { ...EMPTY, config, sources: file.data.huijiao?.sources ?? [] }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { ...EMPTY, faults: error.messages.map(messageOf) }
  }
}

async function rawSources(folder: string): Promise<Look['sources']> {
  const witnesses = await filesBelow(join(folder, 'witnesses'))
  if (witnesses.length > 0) return (await readFiles(witnesses)).sources
  const names = (await namesBelow(folder)).filter((name) => !name.includes('/'))
  const files = names.map(async (file) => ({
    file,
    bytes: await readRaw(join(folder, file), folder),
  }))
  return (await readFiles(await Promise.all(files))).sources
}
