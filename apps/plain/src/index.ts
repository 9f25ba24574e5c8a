export { toMarkdown } from './markdown.ts'
export { toPlainText } from './text.ts'
