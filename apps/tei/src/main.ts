import { join } from 'node:path'
import type { Edition } from '@huijiao/ast'
import type { Rendered, Renderer } from '@huijiao/command'
import { toTei } from './write/document.ts'
import { witnessOf } from './witness.ts'

/** The command `huijiao-tei`. */
export const tei: Renderer<'out' | 'standOff' | 'witnesses'> = {
  name: 'huijiao-tei',
  description: 'writes an edition’s tree as TEI P5',
  options: [
    ['--out <edition.xml>', 'where to write the document, with the apparatus in the text'],
    ['--stand-off <edition.xml>', 'where to write it with the apparatus after the text'],
    ['--witnesses <folder>', 'where to write a document for each witness'],
  ],
  required: ['out'],
  render: (edition, { out = '', standOff, witnesses }) => [
    { path: out, content: toTei(edition) },
    ...(standOff === undefined
      ? []
      : [{ path: standOff, content: toTei(edition, { form: 'stand-off' }) }]),
    ...(witnesses === undefined ? [] : documentsOf(edition, witnesses)),
  ],
}

/** A document for each witness that has any of the works, named by its place and siglum. */
const documentsOf = (edition: Edition, folder: string): Rendered[] =>
  edition.meta.witnesses.flatMap(({ siglum }, index) => {
    const own = witnessOf(edition, siglum)
    const name = /^[\p{L}\p{N}]+$/u.test(siglum) ? `${index + 1}-${siglum}` : String(index + 1)
    return own.children.length === 0
      ? []
      : [{ path: join(folder, `${name}.xml`), content: toTei(own) }]
  })
