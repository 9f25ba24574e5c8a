import type { Item, Kind } from '../lines/model.ts'
import { mayTurn } from '../lines/rows.ts'
import { hasGap, mayPart, piecesOf } from '../lines/text.ts'
import { pairedMarks } from '../lines/trim.ts'
import { along, pixels } from './axis.ts'
import { textsOf } from './texts.ts'

/** A piece of the text of a block, or a box in it, and where it is. */
export interface Source {
  readonly kind: Kind
  readonly text: string
  /** Where it is; `from` to before `to` within the node. A box has no text of its own. */
  readonly node: Text | Element
  readonly from: number
  readonly to: number
  /** The element that says how it is set. */
  readonly owner: Element
  /** Room of the edges of elements before it, in pixels. */
  readonly lead: number
  /** Whether a line may end before it. */
  readonly breaks: boolean
  /** The note of two rows that it stands in. */
  readonly note?: number
  /** Whether it is a mark of such a note that stands without its blank half beside another mark. */
  readonly paired?: boolean
}

/** What is one box in its line, however it is made. */
const BOX = '.combine, .stand, .ruby, .note-back, img, svg'

/** The pieces of a block in order; undefined where it holds blocks or ends lines by itself. */
export function sourcesOf(block: HTMLElement): Source[] | undefined {
  const reader = new Reader()
  return reader.read(block) ? reader.sources : undefined
}

class Reader {
  readonly sources: Source[] = []
  private lead = 0
  private notes = 0

  /** Reads what an element holds; gives false where lines cannot be chosen for it. */
  read(element: Element): boolean {
    for (const child of element.childNodes) {
      if (child instanceof Text) this.readText(child, element)
      else if (child instanceof HTMLElement || child instanceof SVGElement) {
        if (!this.readElement(child)) return false
      }
    }
    return true
  }

  private readElement(element: HTMLElement | SVGElement): boolean {
    const style = getComputedStyle(element)
    if (element.matches('br')) return false
    if (style.display === 'none' || style.position === 'absolute') return true
    if (element.matches(BOX) || style.display === 'inline-block') {
      this.add(
        { kind: 'box', text: element.textContent ?? '', node: element, from: 0, to: 0 },
        element,
      )
      this.lead += pixels(style.marginInlineEnd)
      return true
    }
    if (style.display !== 'inline') return false
    if (element.matches('.inline-note')) {
      this.readNote(element)
      return true
    }
    this.lead +=
      pixels(style.marginInlineStart) +
      pixels(style.paddingInlineStart) +
      pixels(style.borderInlineStartWidth)
    if (!this.read(element)) return false
    this.lead += pixels(style.paddingInlineEnd) + pixels(style.marginInlineEnd)
    return true
  }

  /** A note of two rows, by its characters. */
  private readNote(element: Element): void {
    this.notes += 1
    const note = this.notes
    let { lead } = this
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement === null) continue
      const owner = node.parentElement
      if (owner.closest('.note-call, .source-call') !== null) {
        const call = { kind: 'call' as const, text: node.data, node, from: 0, to: node.length }
        this.sources.push({ ...call, owner, lead: 0, breaks: false, note })
        continue
      }
      const paired = new Set(pairedIn(node.data))
      let at = 0
      for (const text of node.data) {
        const piece = { kind: 'letter' as const, text, node, from: at, to: at + text.length }
        const before = this.sources.at(-1)
        const breaks = before !== undefined && mayTurn(before.text, text)
        this.sources.push({ ...piece, owner, lead, breaks, note, paired: paired.has(at) })
        lead = 0
        at += text.length
      }
    }
    this.lead = 0
  }

  private readText(node: Text, owner: Element): void {
    const anywhere = owner.closest('.unbroken') !== null
    if (owner.closest('.note-call, .source-call') !== null) {
      this.add({ kind: 'call', text: node.data, node, from: 0, to: node.length }, owner)
      return
    }
    for (const { kind, from, to } of piecesOf(node.data)) {
      const text = node.data.slice(from, to)
      if (!anywhere || kind !== 'word') this.add({ kind, text, node, from, to }, owner)
      else
        for (let at = from; at < to; at += 1)
          this.add(
            { kind, text: node.data.charAt(at), node, from: at, to: at + 1 },
            owner,
            at > from,
          )
    }
  }

  private add(
    piece: Pick<Source, 'kind' | 'text' | 'node' | 'from' | 'to'>,
    owner: Element,
    anywhere = false,
  ): void {
    const before = this.sources.at(-1)
    // White space at the head of a block, or after other white space, is not set.
    if (piece.kind === 'space' && (before === undefined || before.kind === 'space')) return
    const breaks = before !== undefined && (anywhere || mayBreak(before, { ...piece, owner }))
    this.sources.push({ ...piece, owner, lead: this.lead, breaks })
    this.lead = 0
  }
}

/** Where in a text the marks stand that lose their blank half beside another one. */
function pairedIn(text: string): number[] {
  const pieces = piecesOf(text)
  return [...pairedMarks(pieces)].flatMap((at) => pieces[at]?.from ?? [])
}

/** What holds together whatever it says. */
const WHOLE = '.bound, .lacuna, .tied'

function mayBreak(before: Source, after: Pick<Source, 'kind' | 'text' | 'owner'>): boolean {
  const whole = after.owner.closest(WHOLE)
  if (whole !== null && whole === before.owner.closest(WHOLE)) return false
  return mayPart(before, after)
}

/** Pieces with their widths. */
export function itemsOf(
  sources: readonly Source[],
  widths: (source: Source) => { readonly width: number; readonly blank: number },
  em: number,
): Item[] {
  return sources.map((source, at) => {
    const { kind, text, lead, breaks, note } = source
    const before = sources[at - 1]
    const between = before !== undefined && before.note === note && note === undefined
    const gap = between && lead === 0 && hasGap(before, source) ? em * GAP : 0
    const { width, blank } = widths(source)
    return { kind, text, lead, breaks, gap, width, blank, ...(note === undefined ? {} : { note }) }
  })
}

/** The gap that the browser sets between Han and Latin, in ems (CSS Text 4, text-autospace). */
const GAP = 0.125

/** Extent of a box in its line, with its margins. */
export function boxWidth(element: Element): number {
  return (
    along(element.getBoundingClientRect()) + pixels(getComputedStyle(element).marginInlineStart)
  )
}

/** Whether a block says anything in lines of its own. */
export const saysSomething = (block: HTMLElement): boolean => textsOf(block).length > 0
