import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readTags, type Tag, type TagKid } from './tags.ts'

/** A paragraph, heading, cell or note as a reader gets it from the tags. */
export interface ExtractedBlock {
  /** Structure type: `P`, `H1`, `Note` … */
  readonly type: string
  readonly text: string
  /** Physical page where it begins, counted from 0. */
  readonly page: number
}

export interface ExtractedText {
  /** What is not in a note, in reading order. */
  readonly blocks: readonly ExtractedBlock[]
  readonly notes: readonly ExtractedBlock[]
}

export interface ExtractOptions {
  /** Leaves out the calls that notes follow, so that the text is that of the author. */
  readonly withoutCalls?: boolean
}

/**
 * Reads the text of a tagged PDF in the order of its tags: running heads and folios, which are artifacts, are
 * left out, and a paragraph that a page cuts in two is whole. The characters are those that pdf.js finds.
 */
export async function extractText(
  bytes: Uint8Array,
  options: ExtractOptions = {},
): Promise<ExtractedText> {
  const texts = await markedTexts(bytes)
  const blocks: ExtractedBlock[] = []
  const notes: ExtractedBlock[] = []

  const read = (node: Tag, into: ExtractedBlock[]): void => {
    let line: TagKid[] = []
    const flush = (): void => {
      const contents = line.flatMap(contentsInLine)
      const [first] = contents
      line = []
      if (first === undefined) return
      const text = contents.map(({ page, mcid }) => texts.get(`${page}:${mcid}`) ?? '').join('')
      into.push({ type: node.type, text, page: first.page })
    }
    for (const [at, kid] of node.kids.entries()) {
      if (options.withoutCalls === true && isCall(kid, node.kids[at + 1])) continue
      if (isTag(kid) && kid.type === 'Note') {
        const inner: ExtractedBlock[] = []
        read(kid, inner)
        const text = inner.map((block) => block.text).join('\n')
        notes.push({ type: 'Note', text, page: inner[0]?.page ?? -1 })
      } else if (isTag(kid) && !isInline(kid, node)) {
        flush()
        read(kid, into)
      } else line.push(kid)
    }
    flush()
  }
  const root = await readTags(bytes)
  if (root !== undefined) read(root, blocks)
  return { blocks, notes }
}

const INLINE = new Set(
  'Span Em Strong Sub Quote Reference Link Code Ruby RB RT RP NonStruct'.split(' '),
)
const LINES = new Set('P H H1 H2 H3 H4 H5 H6 TD TH Caption LBody'.split(' '))

const isTag = (kid: TagKid | undefined): kid is Tag => kid !== undefined && 'kids' in kid

function isInline(node: Tag, above: Tag): boolean {
  const isPicture = node.type === 'Figure' && LINES.has(above.type)
  if (!INLINE.has(node.type) && !isPicture) return false
  return node.kids.every((kid) => !isTag(kid) || isInline(kid, node))
}

/** Whether a child is the call of a note: a link right before it. */
function isCall(kid: TagKid, next: TagKid | undefined): boolean {
  return isTag(kid) && kid.type === 'Link' && isTag(next) && next.type === 'Note'
}

function contentsInLine(kid: TagKid): { readonly page: number; readonly mcid: number }[] {
  return isTag(kid) ? kid.kids.flatMap(contentsInLine) : [kid]
}

/** The text of each marked-content sequence, by `page:identifier`. */
async function markedTexts(bytes: Uint8Array): Promise<Map<string, string>> {
  const task = getDocument({
    data: bytes.slice(),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  const document = await task.promise
  const texts = new Map<string, string>()
  try {
    for (let index = 0; index < document.numPages; index++) {
      const page = await document.getPage(index + 1)
      const { fnArray, argsArray } = await page.getOperatorList()
      const open: (string | undefined)[] = []
      fnArray.forEach((operator, at) => {
        const values: unknown = argsArray[at]
        if (operator === OPS.beginMarkedContentProps) open.push(markKey(index, values))
        else if (operator === OPS.beginMarkedContent) open.push(undefined)
        else if (operator === OPS.endMarkedContent) open.pop()
        else if (operator === OPS.showText) {
          const key = open.findLast((id) => id !== undefined)
          if (key !== undefined) texts.set(key, (texts.get(key) ?? '') + glyphText(values))
        }
      })
      page.cleanup()
    }
  } finally {
    await task.destroy()
  }
  return texts
}

function markKey(page: number, values: unknown): string | undefined {
  const mcid: unknown = Array.isArray(values) ? values[1] : undefined
  return typeof mcid === 'number' ? `${page}:${mcid}` : undefined
}

/** The characters of glyphs; spaces that a reader would infer from gaps are not among them. */
function glyphText(values: unknown): string {
  const glyphs: unknown = Array.isArray(values) ? values[0] : undefined
  if (!Array.isArray(glyphs)) return ''
  return glyphs.map((glyph: unknown) => (hasUnicode(glyph) ? glyph.unicode : '')).join('')
}

function hasUnicode(glyph: unknown): glyph is { readonly unicode: string } {
  return typeof glyph === 'object' && glyph !== null && 'unicode' in glyph
}
