/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { BrokenPage } from '../paginate/model.ts'
import type { Spot } from './galley.ts'

/** The tools that part what stands on two pages. */
export interface Cuts {
  /**
   * Puts the box into the last line kept, where it does not fit beside the text and comes to stand below. At the head of
   * the line after it, the box would leave with that line.
   */
  readonly float: (root: Element, box: HTMLElement, spot: Spot) => void
  /** Parts a block at a place in it; gives the second part, which begins the page. */
  readonly divide: (block: HTMLElement, spot: Spot) => HTMLElement
  /** The widths of the columns of a table. */
  readonly columnsOf: (table: HTMLElement) => readonly number[]
  /** Fixes the widths of columns, so that the parts of a table have the same. */
  readonly fix: (table: HTMLElement, columns: readonly number[]) => void
  /** Parts a row of a table at a place in each of its cells; gives the second part. */
  readonly divideRow: (row: HTMLElement, spots: readonly (Spot | null)[]) => HTMLElement
  /** Rows from this one on become a table of their own, under the same head. */
  readonly divideTable: (row: HTMLElement) => HTMLElement
  /**
   * The parts of the notes of a document by id and first line.
   *
   * @param spots by note where its parts after the first begin.
   */
  readonly divideNotes: (
    root: Element,
    pages: readonly BrokenPage[],
    spots: ReadonlyMap<string, readonly (Spot | null)[]>,
  ) => Map<string, HTMLElement[]>
}

declare global {
  var cuts: Cuts
}

/** Runs in the page: installs the tools that part blocks, tables and notes. */
export function installCuts(): void {
  globalThis.cuts = { float, divide, columnsOf, fix, divideRow, divideTable, divideNotes }

  function float(root: Element, box: HTMLElement, { node, offset }: Spot): void {
    const HAN = /\p{sc=Han}/u
    const TIED = '.bound, .tied, .lacuna, .combine, .ruby'
    const block = node.parentElement?.closest('p, li, td, th, dd, dt') ?? root
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    walker.currentNode = node
    let text: Text | null = node
    let at = offset
    let second: Spot | null = null
    for (let back = 0; text !== null && back < 14; ) {
      const free = text.parentElement?.closest(TIED) == null
      for (at -= 1; at >= 0 && back < 14; at -= 1, back += 1) {
        if (!free || /[\uDC00-\uDFFF]/.test(text.data[at] ?? '')) continue
        // Between two characters of text it parts no pair of marks.
        if (at > 0 && HAN.test(text.data[at - 1] ?? '') && HAN.test(text.data[at] ?? '')) {
          text.splitText(at).before(box)
          return
        }
        second ??= { node: text, offset: at }
      }
      text = walker.previousNode() as Text | null
      at = text?.length ?? 0
    }
    if (second !== null) {
      if (second.offset === 0) second.node.before(box)
      else second.node.splitText(second.offset).before(box)
      return
    }
    const tied = node.parentElement?.closest(TIED)
    if (tied != null) tied.before(box)
    else if (offset === 0) node.before(box)
    else node.splitText(offset).before(box)
  }

  function divide(block: HTMLElement, { node, offset }: Spot): HTMLElement {
    const range = document.createRange()
    range.setStart(node, offset)
    range.setEnd(block, block.childNodes.length)
    const rest = block.cloneNode(false) as HTMLElement
    rest.removeAttribute('id')
    rest.append(range.extractContents())
    // What is parted keeps its id where it begins.
    for (const copy of rest.querySelectorAll('[id]')) {
      const first = block.querySelector(`[id="${CSS.escape(copy.id)}"]`)
      if (first === null) continue
      if (first.textContent === '') first.remove()
      else copy.removeAttribute('id')
    }
    // The file joins it to the first part again.
    const spoken = block.closest<HTMLElement>('[lang]')?.lang ?? 'zh'
    rest.lang = `${spoken.replace(/-x-.*/, '')}-x-rest`
    rest.classList.add('continued', 'page-top')
    if (getComputedStyle(block).textAlign === 'justify') block.classList.add('goes-on')
    block.style.paddingBlockEnd = '0'
    block.style.marginBlockEnd = '0'
    rest.style.marginBlockStart = '0'
    rest.style.paddingBlockStart = '0'
    block.after(rest)
    return rest
  }

  function columnsOf(table: HTMLElement): readonly number[] {
    const vertical = getComputedStyle(table).writingMode.startsWith('vertical')
    const cells = [...(table.querySelector('tr')?.children ?? [])]
    return cells.map((cell) => cell.getBoundingClientRect()[vertical ? 'height' : 'width'])
  }

  function fix(table: HTMLElement, columns: readonly number[]): void {
    table.style.tableLayout = 'fixed'
    for (const row of table.querySelectorAll('tr')) {
      for (const [i, cell] of [...row.querySelectorAll<HTMLElement>(':scope > *')].entries()) {
        cell.style.boxSizing = 'border-box'
        cell.style.inlineSize = `${columns[i] ?? 0}px`
      }
    }
  }

  function divideRow(row: HTMLElement, spots: readonly (Spot | null)[]): HTMLElement {
    const rest = row.cloneNode(false) as HTMLElement
    rest.removeAttribute('id')
    for (const [i, cell] of [...row.querySelectorAll<HTMLElement>(':scope > *')].entries()) {
      const second = cell.cloneNode(false) as HTMLElement
      second.removeAttribute('id')
      const spot = spots[i]
      if (spot != null) {
        const range = document.createRange()
        range.setStart(spot.node, spot.offset)
        range.setEnd(cell, cell.childNodes.length)
        second.append(range.extractContents())
        const begun = spot.offset > 0 ? second.firstElementChild : null
        if (begun instanceof HTMLElement && begun.tagName === 'P') begun.style.textIndent = '0'
      }
      cell.style.paddingBlockEnd = '0'
      second.style.paddingBlockStart = '0'
      rest.append(second)
    }
    row.after(rest)
    return rest
  }

  function divideTable(row: HTMLElement): HTMLElement {
    const table = row.closest('table')
    if (table === null) return row
    const rest = table.cloneNode(false) as HTMLElement
    rest.removeAttribute('id')
    const head = table.querySelector('thead')
    if (head !== null) rest.append(head.cloneNode(true))
    const body = document.createElement('tbody')
    for (let r: Element | null = row; r !== null; ) {
      const next: Element | null = r.nextElementSibling
      body.append(r)
      r = next
    }
    rest.append(body)
    table.after(rest)
    row.classList.remove('page-top')
    rest.classList.add('page-top')
    return rest
  }

  function divideNotes(
    root: Element,
    pages: readonly BrokenPage[],
    spots: ReadonlyMap<string, readonly (Spot | null)[]>,
  ): Map<string, HTMLElement[]> {
    const made = new Map<string, HTMLElement[]>()
    for (const note of root.querySelectorAll<HTMLElement>('.foot-galley .note')) {
      const froms = pages.flatMap((p) =>
        p.notes.filter((n) => n.id === note.id && n.from > 0).map((n) => n.from),
      )
      const own = spots.get(note.id) ?? []
      for (let k = froms.length - 1; k >= 0; k -= 1) {
        const spot = own[k]
        const words = note.lastElementChild
        if (spot == null || words === null) continue
        const range = document.createRange()
        range.setStart(spot.node, spot.offset)
        range.setEnd(words, words.childNodes.length)
        const rest = note.cloneNode(false) as HTMLElement
        rest.removeAttribute('id')
        rest.classList.add('continued')
        const paragraph = words.cloneNode(false) as HTMLElement
        paragraph.append(range.extractContents())
        words.classList.add('goes-on')
        rest.append(paragraph)
        made.set(`${note.id} ${froms[k]}`, [rest])
      }
      made.set(`${note.id} 0`, [note])
    }
    return made
  }
}
