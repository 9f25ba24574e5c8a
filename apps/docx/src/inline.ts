import {
  EmphasisMarkType,
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  ImageRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Element, ElementContent } from 'hast'
import { imageSize } from 'image-size'
import { classesOf, textOf } from './element.ts'

/** What a document counts. */
export interface Calls {
  /** Gives a call its number among the footnotes or the endnotes. */
  readonly refer: (
    call: string,
    mark: string,
  ) => { readonly kind: 'note' | 'entry'; readonly number: number }
  /** The number of the next picture, from 1. */
  readonly countPicture: () => number
}

/** Looks of elements within a line. */
const LOOKS: Readonly<Record<string, IRunOptions>> = {
  b: { bold: true },
  strong: { bold: true },
  // 着重号
  em: { emphasisMark: { type: EmphasisMarkType.DOT } },
  small: { size: 18 },
  'name-mark': { underline: {} },
  'title-mark': { underline: { type: 'wave' } },
  'source-call': { superScript: true },
}

/** Content of a line as runs. */
export function runsOf(
  nodes: readonly ElementContent[],
  calls: Calls,
  look: IRunOptions = {},
): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    if (node.type === 'text')
      return node.value === '' ? [] : [new TextRun({ ...look, text: node.value })]
    return node.type === 'element' ? elementRuns(node, calls, look) : []
  })
}

function elementRuns(node: Element, calls: Calls, look: IRunOptions): ParagraphChild[] {
  const { tagName, properties } = node
  const classes = classesOf(node)
  if (tagName === 'br') return [new TextRun({ ...look, break: 1 })]
  if (tagName === 'img') return picture(node, calls)
  const { id } = properties
  if (tagName === 'a' && classes.includes('note-call') && id !== undefined) {
    const { kind, number } = calls.refer(id, textOf(node))
    return [kind === 'note' ? new FootnoteReferenceRun(number) : new EndnoteReferenceRun(number)]
  }
  const looks = [tagName, ...classes].map((name) => LOOKS[name] ?? {})
  return runsOf(node.children, calls, Object.assign({}, look, ...looks) as IRunOptions)
}

/** Widest that a picture may be on the page, in pixels of 96 to the inch: the text area of A5 is 108 mm wide. */
const WIDEST = 400

function picture({ properties }: Element, calls: Calls): ParagraphChild[] {
  const [, kind, data] =
    /^data:image\/(png|jpeg);base64,(.*)$/u.exec(String(properties['src'])) ?? []
  if (kind === undefined || data === undefined) return []
  const bytes = Buffer.from(data, 'base64')
  const { width, height } = imageSize(bytes)
  const scale = Math.min(1, WIDEST / width)
  return [
    new ImageRun({
      type: kind === 'png' ? 'png' : 'jpg',
      data: bytes,
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: {
        id: String(calls.countPicture()),
        name: '',
        description: properties['alt'] ?? '',
      },
    }),
  ]
}
