import type { Edition } from '@huijiao/ast'
import { launch } from '@huijiao/browser'
import type { Root, RootContent } from 'hast'
import { bookOf } from './book.ts'
import { printPage, readyPage } from './print-page.ts'
import { PAGE, serveBook } from './serve.ts'

/** A plain print, and what it was made from. */
export interface Plain {
  readonly pdf: Uint8Array
  readonly html: string
  /** Faces by their address relative to the HTML. */
  readonly faces: ReadonlyMap<string, Uint8Array>
}

/**
 * Prints the same HTML with the same faces as the book, but as the browser alone would: no notes, no heads, no
 * numbers in the contents, nothing done to the file. What the speed of `renderPdf` is measured against.
 */
export async function plainPdf(edition: Edition): Promise<Plain> {
  const launching = launch({ bare: true })
  launching.catch(() => undefined)
  try {
    const { html: bare, box, fonts } = bookOf(edition, edition.meta.trim, 0, withoutNotes)
    const page = `<style>@page { size: ${box.page.width}px ${box.page.height}px; margin: ${box.top}px ${box.outer}px ${box.bottom}px ${box.inner}px }</style>`
    const html = bare.replace('</head>', `${page}</head>`)
    const session = await launching
    const pdf = await session.withPage(
      PAGE,
      async (p) => {
        await readyPage(p, fonts)
        return printPage(p)
      },
      {
        task: `the plain print of ${edition.meta.id}`,
        timeout: 600_000,
        serve: serveBook(html, fonts),
      },
    )
    const faces = await Promise.all(fonts.faces.map(async (f) => [f.path, await f.bytes] as const))
    return { pdf, html, faces: new Map(faces) }
  } finally {
    await launching.then(
      (session) => session.close(),
      () => undefined,
    )
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
