import type { Edition } from '@huijiao/ast'
import { launch } from '@huijiao/browser'
import { clean, toBook } from '@huijiao/hast'
import type { Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { printOrder, printTree } from './adapt.ts'
import { bookFonts } from './fonts.ts'
import { htmlOf } from './html.ts'
import { measuresOf, pageBox } from './measures.ts'

/** A plain print, and the HTML that it was made from. */
export interface Plain {
  readonly pdf: Uint8Array
  readonly html: string
}

/**
 * Prints the same HTML with the same faces as the book, but as the browser alone would: no notes, no heads, no
 * numbers in the contents, nothing done to the file. What the speed of `renderPdf` is measured against.
 */
export async function plainPdf(edition: Edition): Promise<Plain> {
  const { meta } = edition
  const vertical = meta.layout === 'vertical'
  const measures = measuresOf(meta.trim)
  const box = pageBox(measures, 0, vertical)
  const documents = printOrder(edition, toBook(edition).documents)
  const tree = withoutNotes(printTree(documents, meta.language, vertical))
  const fonts = await bookFonts(tree, clean(meta.title))
  try {
    const session = await launch({ fontconfig: fonts.config })
    try {
      const page = `<style>@page { size: ${box.page.width}px ${box.page.height}px; margin: ${box.top}px ${box.outer}px ${box.bottom}px ${box.inner}px }</style>`
      const whole = htmlOf(toHtml(tree), edition, measures, box, fonts, vertical)
      const html = whole.replace('</head>', `${page}</head>`)
      const pdf = await session.withPage(
        html,
        (p) => p.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 }),
        { task: `the plain print of ${meta.id}`, timeout: 600_000 },
      )
      return { pdf, html }
    } finally {
      await session.close()
    }
  } finally {
    await fonts.remove()
  }
}

const LEFT_OUT = new Set(['notes', 'note-call'])

function withoutNotes(tree: Root): Root {
  const kept = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.flatMap((node) => {
      if (node.type !== 'element') return [node]
      const { className } = node.properties
      if (Array.isArray(className) && className.some((c) => LEFT_OUT.has(c))) return []
      return [{ ...node, children: kept(node.children) } as RootContent]
    })
  return { ...tree, children: kept(tree.children) }
}
