import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Edition } from '@huijiao/ast'
import { collated, readEdition } from '@huijiao/parse'

const SOURCES = fileURLToPath(new URL('../../../sources/', import.meta.url))

/** The folders of the editions of this repository. */
export const editionFolders = (): string[] => readdirSync(SOURCES).sort()

/** The tree of an edition, made from its sources. */
export async function treeOf(folder: string): Promise<Edition> {
  return collated(await readEdition(`${SOURCES}${folder}`, { rulings: true })).edition
}
