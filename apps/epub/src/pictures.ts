import { createHash } from 'node:crypto'
import type { BookDocument } from '@huijiao/hast'
import type { ElementContent } from 'hast'

const DATA = /^data:image\/(png|jpeg);base64,(.+)$/su

/** A picture of the book. */
export interface Picture {
  /** Its file below the content documents, named by its content. */
  readonly file: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The pictures of some documents by their address there, each once: the tree holds their bytes. */
export function picturesOf(documents: readonly BookDocument[]): ReadonlyMap<string, Picture> {
  const found = new Map<string, Picture>()
  const walk = (node: ElementContent): void => {
    if (node.type !== 'element') return
    const { src } = node.properties
    if (node.tagName === 'img' && typeof src === 'string' && !found.has(src)) {
      const picture = pictureOf(src)
      if (picture !== undefined) found.set(src, picture)
    }
    for (const child of node.children) walk(child)
  }
  for (const document of documents) for (const child of document.children) walk(child)
  return found
}

function pictureOf(src: string): Picture | undefined {
  const [, type, data = ''] = DATA.exec(src) ?? []
  if (type === undefined) return undefined
  const bytes = Buffer.from(data, 'base64')
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const ending = type === 'png' ? 'png' : 'jpg'
  return { file: `images/${name}.${ending}`, mediaType: `image/${type}`, bytes }
}
