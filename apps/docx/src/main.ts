import type { Renderer } from '@huijiao/command'
import { toDocx } from './document.ts'

/** The command `huijiao-docx`. */
export const docx: Renderer<'out'> = {
  name: 'huijiao-docx',
  description: 'renders an edition’s tree as a Word document',
  options: [['--out <book.docx>', 'where to write the book']],
  required: ['out'],
  render: async (edition, { out = '' }) => [{ path: out, content: await toDocx(edition) }],
}
