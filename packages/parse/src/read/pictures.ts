import { join } from 'node:path'
import { FileError, readRegular } from '@huijiao/files'
import { fault, InputError } from '@huijiao/model'
import { picturesIn } from '../compose/prose.ts'

/** Most bytes of a picture: a page in colour at 300 dots an inch as PNG. The tree holds it a third larger. */
const LARGEST_PICTURE = 24 * 2 ** 20

/** How files of the two kinds begin. */
const KINDS = [
  { type: 'image/png', head: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', head: [0xff, 0xd8, 0xff] },
] as const

/**
 * The pictures of a text in Markdown as data URLs, by their addresses, which lead from the edition's folder.
 *
 * @throws {InputError} at each that is not there, outside the folder, or neither PNG nor JPEG.
 */
export async function readPictures(
  markdown: string,
  file: string,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const { url, line, column } of picturesIn(markdown)) {
    if (found.has(url)) continue
    const place = { file, line, column }
    try {
      const path = join(folder, decodeURIComponent(url))
      const bytes = await readRegular(path, { most: LARGEST_PICTURE, within: folder })
      const kind = KINDS.find(({ head }) => head.every((byte, i) => bytes[i] === byte))
      if (kind === undefined)
        throw new InputError([fault('picture-file', place, { url, fault: null })])
      found.set(url, `data:${kind.type};base64,${bytes.toString('base64')}`)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      throw new InputError([fault('picture-file', place, { url, fault: error.fault })])
    }
  }
  return found
}
