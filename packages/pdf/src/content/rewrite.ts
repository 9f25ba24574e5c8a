import {
  flateStream,
  lookupDict,
  name,
  type PdfFile,
  type PdfPage,
  pageContent,
  streamBytes,
} from '../file.ts'
import type { PDFDict, PDFRef } from '../pdf-lib.ts'
import { actualEdits } from './actual.ts'
import { applyEdits, type Edit } from './edit.ts'
import { type Fonts, type FontTexts, fontTexts } from './fonts.ts'
import { formsOf, ownsMarks } from './forms.ts'
import { inkEdits } from './ink.ts'
import { markContent } from './mark.ts'
import type { Content } from './marked-content.ts'
import type { Mark, Marking } from './marking.ts'
import { type Operation, readOperations } from './operations.ts'
import { type Area, areasOf, besides, joined } from './place.ts'
import { shownText } from './text.ts'

export interface Rewriting {
  /** Where the content of the page moves, in points. */
  readonly shift: { readonly x: number; readonly y: number }
  /** Content to put after that of the page. */
  readonly append: string
  /** Identifiers of this page whose text is wanted. */
  readonly wanted: ReadonlySet<number>
  /** Identifiers of this page whose place is wanted. */
  readonly sought: ReadonlySet<number>
}

/** A stretch that belongs to the line of its neighbours; these by the identifiers that they had. */
export interface StrayContent {
  readonly content: Content
  readonly after?: number
  readonly before?: number
  /** In whose line it stands, as far as that shows; undefined where in both or in none. */
  readonly beside?: 'after' | 'before'
}

/** What became of the tagged content of a page. */
export interface Rewritten {
  readonly contents: ReadonlyMap<number, readonly Content[]>
  readonly texts: ReadonlyMap<number, string>
  /** Where text is shown that is sought, on the finished page. */
  readonly areas: ReadonlyMap<number, Area>
  /** Stretches that the browser did not tag, each with those painted before and after it. */
  readonly strays: readonly StrayContent[]
  /** Text objects that the tags leave out in the midst of tagged content. */
  readonly untagged: number
}

/** What the pages of a file share. */
export interface Shared {
  /** Whether a form brings marked content of its own, as far as it was asked. */
  readonly forms: Map<PDFRef, boolean>
  /** Forms that are rewritten already. */
  readonly done: Set<PDFRef>
  readonly fonts: Fonts
}

/** Rewrites the content of a page and of the forms drawn on it. */
export function rewritePage(
  file: PdfFile,
  page: PdfPage,
  how: Rewriting,
  shared: Shared,
): Rewritten {
  return new PageRewriter(file, page, how, shared).run()
}

class PageRewriter {
  private readonly file: PdfFile
  private readonly page: PdfPage
  private readonly how: Rewriting
  private readonly shared: Shared
  private readonly contents = new Map<number, Content[]>()
  private readonly texts = new Map<number, string>()
  private readonly areas = new Map<number, Area>()
  private readonly strays: StrayContent[] = []
  private untagged = 0
  /** The next identifier. They are unique in a page and its forms: not every reader tells their streams apart. */
  private next = 0

  constructor(file: PdfFile, page: PdfPage, how: Rewriting, shared: Shared) {
    this.file = file
    this.page = page
    this.how = how
    this.shared = shared
  }

  run(): Rewritten {
    const { file, page, how } = this
    const body = this.rewrite(pageContent(page.dict), lookupDict(page.dict, 'Resources'))
    const { x, y } = how.shift
    const before = x === 0 && y === 0 ? '' : `1 0 0 1 ${decimal(x)} ${decimal(y)} cm\n`
    const parts =
      how.append === ''
        ? [Buffer.from(before), body]
        : [Buffer.from(`q\n${before}`), body, Buffer.from(`\nQ\n${how.append}`)]
    const stream = flateStream(file, Buffer.concat(parts))
    page.dict.set(name('Contents'), file.context.register(stream))
    const { contents, texts, areas, strays, untagged } = this
    return { contents, texts, areas, strays, untagged }
  }

  /** @param stream the form that the content is of, if it is not that of the page. */
  private rewrite(bytes: Uint8Array, resources: PDFDict | undefined, stream?: PDFRef): Uint8Array {
    const { file, shared } = this
    const operations = readOperations(bytes)
    const objects = resources === undefined ? undefined : lookupDict(resources, 'XObject')
    const font = (key: string): FontTexts | undefined => fontTexts(resources, key, shared.fonts)
    const learned = actualEdits(operations, font)
    const shown = (from: number, to: number): string => shownText(operations, from, to, font)
    const marking = markContent(operations, {
      ownsMarks: (key) => ownsMarks(file, objects?.get(name(key)), shared.forms),
      isEmphasis: (from, to) => EMPHASIS.test(shown(from, to)),
      isBlank: (from, to) => shown(from, to).trim() === '',
      first: this.next,
    })
    this.next += marking.marks.length + marking.strays.length
    this.untagged += marking.untagged
    this.keepStrays(marking, operations, stream)
    for (const mark of marking.marks) this.keepMark(mark, shown, stream)
    if (stream === undefined) this.keepAreas(marking, operations)
    const edits: Edit[] = [...marking.edits, ...inkEdits(operations), ...learned]
    this.rewriteForms(resources)
    return applyEdits(bytes, edits)
  }

  private rewriteForms(resources: PDFDict | undefined): void {
    const { file, shared } = this
    for (const [, form, ref] of formsOf(file, resources)) {
      if (shared.done.has(ref)) continue
      shared.done.add(ref)
      const own = lookupDict(form.dict, 'Resources') ?? resources
      const inner = this.rewrite(streamBytes(form), own, ref)
      file.context.assign(ref, flateStream(file, inner, form.dict))
    }
  }

  private keepMark(
    mark: Mark,
    shown: (from: number, to: number) => string,
    stream: PDFRef | undefined,
  ): void {
    const known = this.contents.get(mark.was) ?? []
    known.push(this.contentAt(mark.mcid, stream))
    this.contents.set(mark.was, known)
    if (!this.how.wanted.has(mark.was)) return
    this.texts.set(mark.was, (this.texts.get(mark.was) ?? '') + shown(mark.from, mark.to))
  }

  private keepStrays(
    { strays }: Marking,
    operations: readonly Operation[],
    stream: PDFRef | undefined,
  ): void {
    const beside = besides(operations, strays)
    for (const [at, { mcid, after, before }] of strays.entries()) {
      this.strays.push({
        content: this.contentAt(mcid, stream),
        ...(after === undefined ? {} : { after }),
        ...(before === undefined ? {} : { before }),
        ...(beside[at] === undefined ? {} : { beside: beside[at] }),
      })
    }
  }

  private keepAreas({ marks }: Marking, operations: readonly Operation[]): void {
    const { sought, shift } = this.how
    const wanted = marks.filter((mark) => sought.has(mark.was))
    for (const [at, area] of areasOf(operations, wanted).entries()) {
      const was = wanted[at]?.was
      if (area === undefined || was === undefined) continue
      this.areas.set(was, joined(this.areas.get(was), moved(area, shift)))
    }
  }

  private contentAt(mcid: number, stream: PDFRef | undefined): Content {
    const content: Content = { kind: 'content', page: this.page.ref, mcid }
    return stream === undefined ? content : { ...content, stream }
  }
}

/** Characters of `text-emphasis`, and none else. */
const EMPHASIS = /^[•●○◦◉◎▲△﹅﹆·.]+$/

function moved([a, b, c, d]: Area, { x, y }: Rewriting['shift']): Area {
  return [a + x, b + y, c + x, d + y]
}

/** A number of points, as written in content streams and boxes. */
export function decimal(value: number): string {
  return String(Math.round(value * 1e4) / 1e4)
}
