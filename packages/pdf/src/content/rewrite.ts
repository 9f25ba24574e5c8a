import {
  flateStream,
  lookupDict,
  lookupName,
  lookupNumber,
  name,
  type PdfFile,
  type PdfPage,
  pageContent,
  streamBytes,
} from '../file.ts'
import {
  PDFArray,
  type PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '../pdf-lib.ts'
import type { Content } from '../structure/tree.ts'
import { actualEdits } from './actual.ts'
import { applyEdits, type Edit } from './edit.ts'
import { type Fonts, type FontTexts, fontTexts } from './fonts.ts'
import { inkEdits, type Space } from './ink.ts'
import { markContent } from './mark.ts'
import { type Area, areasOf, besides, joined } from './place.ts'
import { scan } from './scan.ts'
import { shownText } from './text.ts'

export interface Rewriting {
  readonly gray: boolean
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

/** Caches what the pages of a file share. */
export interface Shared {
  readonly forms: Map<PDFRef, boolean>
  /** Forms that are rewritten already. */
  readonly done: Set<PDFRef>
  readonly fonts: Fonts
  /** Deflates the content of a page and puts it at a reference, some time. */
  readonly place: (ref: PDFRef, content: Uint8Array) => void
}

/** Rewrites the content of a page and of the forms drawn on it. */
export function rewritePage(
  file: PdfFile,
  page: PdfPage,
  how: Rewriting,
  shared: Shared,
): Rewritten {
  const contents = new Map<number, Content[]>()
  const texts = new Map<number, string>()
  const areas = new Map<number, Area>()
  let untagged = 0
  // Identifiers are unique in a page and its forms: not every reader tells their streams apart.
  let first = 0

  const strays: StrayContent[] = []
  const contentAt = (mcid: number, stream: PDFRef | undefined): Content => {
    const content: Content = { kind: 'content', page: page.ref, mcid }
    return stream === undefined ? content : { ...content, stream }
  }
  const rewrite = (
    bytes: Uint8Array,
    resources: PDFDict | undefined,
    stream?: PDFRef,
  ): Uint8Array => {
    const operators = scan(bytes)
    const objects = resources === undefined ? undefined : lookupDict(resources, 'XObject')
    const font = (key: string): FontTexts | undefined => fontTexts(resources, key, shared.fonts)
    const learned = actualEdits(bytes, operators, font)
    const shown = (from: number, to: number): string => shownText(bytes, operators, from, to, font)
    const marking = markContent(bytes, operators, {
      ownsMarks: (key) => ownsMarks(file, objects?.get(name(key)), shared),
      isEmphasis: (from, to) => EMPHASIS.test(shown(from, to)),
      isBlank: (from, to) => shown(from, to).trim() === '',
      first,
    })
    first += marking.marks.length + marking.strays.length
    const beside = besides(bytes, operators, marking.strays)
    for (const [at, { mcid, after, before }] of marking.strays.entries()) {
      strays.push({
        content: contentAt(mcid, stream),
        ...(after === undefined ? {} : { after }),
        ...(before === undefined ? {} : { before }),
        ...(beside[at] === undefined ? {} : { beside: beside[at] }),
      })
    }
    untagged += marking.untagged
    for (const mark of marking.marks) {
      const known = contents.get(mark.was) ?? []
      known.push(contentAt(mark.mcid, stream))
      contents.set(mark.was, known)
      if (!how.wanted.has(mark.was)) continue
      texts.set(mark.was, (texts.get(mark.was) ?? '') + shown(mark.from, mark.to))
    }
    if (how.sought.size > 0 && stream === undefined) {
      const sought = marking.marks.filter((mark) => how.sought.has(mark.was))
      for (const [at, area] of areasOf(bytes, operators, sought).entries()) {
        const was = sought[at]?.was
        if (area === undefined || was === undefined) continue
        areas.set(was, joined(areas.get(was), moved(area, how.shift)))
      }
    }
    const space = (key: string): Space => spaceOf(resources, key)
    const edits: Edit[] = [
      ...marking.edits,
      ...inkEdits(bytes, operators, how.gray, space),
      ...learned,
    ]
    for (const [, form, ref] of formsOf(file, resources)) {
      if (shared.done.has(ref)) continue
      shared.done.add(ref)
      const inner = rewrite(streamBytes(form), lookupDict(form.dict, 'Resources') ?? resources, ref)
      file.context.assign(ref, flateStream(form.dict, inner))
    }
    return applyEdits(bytes, edits)
  }

  const body = rewrite(pageContent(page.dict), lookupDict(page.dict, 'Resources'))
  const { x, y } = how.shift
  const before = x === 0 && y === 0 ? '' : `1 0 0 1 ${decimal(x)} ${decimal(y)} cm\n`
  const parts =
    how.append === ''
      ? [Buffer.from(before), body]
      : [Buffer.from(`q\n${before}`), body, Buffer.from(`\nQ\n${how.append}`)]
  const ref = file.context.nextRef()
  shared.place(ref, parts.length === 2 && before === '' ? body : Buffer.concat(parts))
  page.dict.set(name('Contents'), ref)
  return { contents, texts, areas, strays, untagged }
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

/** The forms that resources name. */
export function formsOf(
  file: PdfFile,
  resources: PDFDict | undefined,
): [string, PDFRawStream, PDFRef][] {
  const objects = resources === undefined ? undefined : lookupDict(resources, 'XObject')
  const found: [string, PDFRawStream, PDFRef][] = []
  for (const [key, ref] of objects?.asMap() ?? []) {
    const object = file.context.lookup(ref)
    if (!(object instanceof PDFRawStream) || !(ref instanceof PDFRef)) continue
    if (lookupName(object.dict, 'Subtype') === 'Form') found.push([key.decodeText(), object, ref])
  }
  return found
}

function ownsMarks(file: PdfFile, ref: PDFObject | undefined, shared: Shared): boolean {
  if (!(ref instanceof PDFRef)) return false
  const known = shared.forms.get(ref)
  if (known !== undefined) return known
  const form = file.context.lookup(ref)
  let owns = false
  if (form instanceof PDFRawStream && lookupName(form.dict, 'Subtype') === 'Form') {
    owns = Buffer.from(streamBytes(form)).includes('/MCID')
    const inner = lookupDict(form.dict, 'Resources')
    owns ||= formsOf(file, inner).some(([, , nested]) => ownsMarks(file, nested, shared))
  }
  shared.forms.set(ref, owns)
  return owns
}

function spaceOf(resources: PDFDict | undefined, key: string): Space {
  const spaces = resources === undefined ? undefined : lookupDict(resources, 'ColorSpace')
  const space = spaces?.lookup(PDFName.of(key))
  if (!(space instanceof PDFArray)) return 'other'
  const profile = space.lookup(1)
  const family = space.lookup(0)
  if (family === name('CalGray')) return 'gray'
  if (family === name('CalRGB')) return 'rgb'
  if (family !== name('ICCBased') || !(profile instanceof PDFRawStream)) return 'other'
  const inks = lookupNumber(profile.dict, 'N')
  return inks === 1 ? 'gray' : inks === 3 ? 'rgb' : inks === 4 ? 'cmyk' : 'other'
}
