import { type Edition, leafBlocks, toText, type Work } from '@huijiao/ast'

/**
 * The reading text of an edition: its title, then each work, a line for each block. A blank line parts works; the
 * lines of a work are those of `text/<work>.txt`.
 */
export function toPlainText(edition: Edition): string {
  return [edition.meta.title, ...edition.children.map(textOf)].map((part) => `${part}\n`).join('\n')
}

const textOf = (work: Work): string =>
  [...leafBlocks(work)].map(({ node }) => toText(node)).join('\n')
