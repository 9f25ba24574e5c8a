import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of glyphs on paper; lengths in points, `y` of its baseline from the top of the page. */
export interface Glyphs {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** Whether it is turned by a quarter, as Latin words are in vertical lines. */
  readonly sideways: boolean
}

/** A link on paper: the page and place that it leads to. */
export interface PrintedLink {
  readonly to: string
  readonly page: number
  /** Of its upper edge, from the top of the page. */
  readonly y: number
  /** Of its right edge. */
  readonly right: number
  /** Page that it leads to. */
  readonly target: number
  readonly targetY: number
}

export interface PrintedPage {
  readonly width: number
  readonly height: number
  readonly label: string
  readonly glyphs: readonly Glyphs[]
  readonly links: readonly PrintedLink[]
}

interface TextPiece {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}

interface Annotation {
  readonly subtype: string
  readonly dest?: unknown
  readonly rect: readonly number[]
}

/** What stands where in a finished PDF, by a reader that knows nothing of how it was made. */
export async function readPrinted(bytes: Uint8Array): Promise<PrintedPage[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  try {
    const labels = await document.getPageLabels()
    const destinations = new Map<string, { page: number; y: number }>()
    const byRef = new Map<string, number>()
    const loaded = await Promise.all(
      Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)),
    )
    for (const [i, page] of loaded.entries()) if (page.ref) byRef.set(`${page.ref.num}`, i)
    const named = await document.getDestinations()
    for (const [id, dest] of Object.entries(named as Record<string, unknown[]>)) {
      const ref = dest[0] as { num: number }
      destinations.set(id, { page: byRef.get(`${ref.num}`) ?? -1, y: Number(dest[3]) })
    }
    return await Promise.all(
      loaded.map(async (page, index): Promise<PrintedPage> => {
        const [left = 0, bottom = 0, right = 0, top = 0] = page.view
        const content = await page.getTextContent()
        const pieces = content.items.filter((i) => 'str' in i) as unknown as TextPiece[]
        const annotations = (await page.getAnnotations()) as Annotation[]
        return {
          width: right - left,
          height: top - bottom,
          label: labels?.[index] ?? '',
          glyphs: pieces
            .filter((p) => p.str.trim() !== '')
            .map((p) => ({
              text: p.str,
              x: (p.transform[4] ?? 0) - left,
              y: top - (p.transform[5] ?? 0),
              width: p.width,
              // Numbers squeezed into one square are as high as others.
              size: Math.hypot(p.transform[2] ?? 0, p.transform[3] ?? 0),
              sideways: Math.abs(p.transform[1] ?? 0) > Math.abs(p.transform[0] ?? 0),
            })),
          links: annotations.flatMap((a) => {
            const target = typeof a.dest === 'string' ? destinations.get(a.dest) : undefined
            if (target === undefined || a.subtype !== 'Link') return []
            const y = top - (a.rect[3] ?? 0)
            const to = String(a.dest)
            const right = (a.rect[2] ?? 0) - left
            return [{ to, page: index, y, right, target: target.page, targetY: top - target.y }]
          }),
        }
      }),
    )
  } finally {
    await document.destroy()
  }
}

export interface Bookmark {
  readonly title: string
  /** Name of the place that it leads to. */
  readonly to: string
}

/** The bookmarks of a PDF, those below others after them. */
export async function bookmarksOf(bytes: Uint8Array): Promise<Bookmark[]> {
  interface Item {
    readonly title: string
    readonly dest: unknown
    readonly items: readonly Item[]
  }
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  try {
    const flat = (items: readonly Item[]): Bookmark[] =>
      items.flatMap(({ title, dest, items: below }) => [
        { title, to: String(dest) },
        ...flat(below),
      ])
    return flat((await document.getOutline()) ?? [])
  } finally {
    await document.destroy()
  }
}
