import type { Renderer } from '@huijiao/command'
import { toMarkdown } from './markdown.ts'
import { toPlainText } from './text.ts'

/** The command `huijiao-plain`. */
export const plain: Renderer<'text' | 'markdown'> = {
  name: 'huijiao-plain',
  description: 'writes the reading text of an edition',
  options: [
    ['--text <book.txt>', 'where to write it as plain text'],
    ['--markdown <book.md>', 'where to write it as Markdown, with footnotes'],
  ],
  required: [],
  render: (edition, { text, markdown }) => [
    ...(text === undefined ? [] : [{ path: text, content: toPlainText(edition) }]),
    ...(markdown === undefined ? [] : [{ path: markdown, content: toMarkdown(edition) }]),
  ],
}
