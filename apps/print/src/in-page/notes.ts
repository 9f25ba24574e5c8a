/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Line } from './geometry.ts'

/**
 * Runs in the page: sets the notes of a document at the foot of the page of their call.
 *
 * Page by page, the last line is sought after which the text kept and the notes called in it fill the page.
 * A box as high as the rest of the page, its notes at the bottom, floats before the first line pushed over, so
 * the paragraph around it is never cut. A note that does not fit goes on at the foot of the next page.
 */
export function placeNotes(id: string): void {
  const { doc, grid, lines, offsetOn, page, middle } = globalThis.huijiao
  const root = doc(id)
  const calls = [...root.querySelectorAll<HTMLAnchorElement>('a.note-call')]
  if (calls.length === 0) return
  const box = document.createElement('div')
  box.className = 'measure'
  box.style.cssText = `position:absolute;visibility:hidden;width:${grid.width}px`
  document.body.append(box)
  const height = (notes: readonly HTMLElement[]): number => {
    box.replaceChildren(rule(), ...notes.map((n) => n.cloneNode(true)))
    return notes.length === 0 ? 0 : box.getBoundingClientRect().height
  }

  let carried: HTMLElement[] = []
  let next = 0
  let at = 0
  for (let turn = 0; turn < 5000 && (next < calls.length || carried.length > 0); turn += 1) {
    const all = lines(root)
    const last = all.at(-1)?.page ?? 0
    const call = calls[next]
    if (carried.length === 0 && call !== undefined)
      at = Math.max(at, page(root, call.getBoundingClientRect()))
    const own = all.filter((l) => l.page === at)
    if (own.length === 0) {
      // The text has ended, and notes go on.
      const { fit, rest } = fill(carried, grid.height - 1)
      root.append(foot(grid.height - 1, fit))
      carried = rest
      at += 1
      continue
    }
    const called = (upto: number) => {
      const found: HTMLAnchorElement[] = []
      const border = own[upto]
      for (let k = next; k < calls.length; k += 1) {
        const a = calls[k]
        if (a === undefined) break
        const rect = a.getBoundingClientRect()
        const p = page(root, rect)
        if (
          p > at ||
          (border !== undefined &&
            p === at &&
            middle(root, rect) > border.middle - grid.line * 0.75)
        )
          break
        found.push(a)
      }
      return found
    }
    const room = (kept: number) => grid.height - 1 - bottomOf(own, kept)
    let kept = own.length
    let notes: HTMLElement[] = []
    for (; kept > 0; kept -= 1) {
      if (kept < own.length && !mayBreak(all, own, kept)) continue
      notes = [...carried, ...called(kept).map(noteOf)]
      if (height(notes) <= room(kept)) break
    }
    const wasted = room(kept) - height(notes)
    if (kept === 0 || wasted > grid.smallLine * 4) {
      // Better to begin a long note here than to leave the page short.
      const longer = beginLong(kept)
      if (longer > kept) {
        kept = longer
        notes = [...carried, ...called(kept).map(noteOf)]
      }
    }
    if (kept === 0) kept = own.length
    const { fit, rest } = fill(notes, room(kept))
    const taken = called(kept).length
    insert(all, own, kept, foot(room(kept), fit))
    carried = rest
    next += taken
    if (taken === 0 && rest.length === carried.length && fit.length === 0 && at > last + 1) break
    at += 1
  }
  box.remove()

  /** The most lines after which at least two lines of every note still find room. */
  function beginLong(least: number): number {
    const all = lines(root)
    const own = all.filter((l) => l.page === at)
    for (let kept = own.length; kept > least; kept -= 1) {
      if (kept < own.length && !mayBreak(all, own, kept)) continue
      const border = own[kept]
      const found = calls.slice(next).filter((a) => {
        const rect = a.getBoundingClientRect()
        const p = page(root, rect)
        return (
          p < at ||
          (p === at &&
            (border === undefined || middle(root, rect) < border.middle - grid.line * 0.75))
        )
      })
      const notes = [...carried, ...found.map(noteOf)]
      const before = height(notes.slice(0, -1))
      if (
        notes.length > 0 &&
        before + grid.smallLine * 2.5 <= grid.height - 1 - bottomOf(own, kept)
      )
        return kept
    }
    return least
  }

  /** Where the text of the first `kept` lines ends, on the grid. */
  function bottomOf(own: readonly Line[], kept: number): number {
    const line = own[kept - 1]
    if (line === undefined) return 0
    const own_height = Number.parseFloat(getComputedStyle(line.block).lineHeight) || grid.line
    return Math.ceil((line.middle + own_height / 2 - 3) / grid.line) * grid.line
  }

  /** No heading at the foot, no first or last line of a paragraph alone. */
  function mayBreak(all: readonly Line[], own: readonly Line[], kept: number): boolean {
    const [above, below] = [own[kept - 1], own[kept]]
    if (above === undefined || below === undefined) return true
    if (above.block !== below.block)
      return (
        !/^H[1-6]$/.test(above.block.tagName) &&
        above.block.closest('.work-head, .section-head, .question') === null
      )
    const block = all.filter((l) => l.block === above.block)
    const index = block.indexOf(above)
    return index >= 1 && block.length - index - 1 >= 2
  }

  function rule(): HTMLElement {
    const line = document.createElement('div')
    line.className = 'foot-rule'
    return line
  }

  function noteOf(call: HTMLAnchorElement): HTMLElement {
    const id = decodeURIComponent(call.hash.slice(1))
    const source = document.getElementById(id)
    const note = document.createElement('aside')
    note.className = 'foot-note'
    for (const name of ['role', 'lang', 'aria-label']) {
      const value = source?.getAttribute(name)
      if (value != null) note.setAttribute(name, value)
    }
    note.dataset['note'] = id
    const number = document.createElement('span')
    number.className = 'foot-number'
    const back = source?.querySelector('a.note-back')?.cloneNode(true)
    number.append(back ?? call.textContent)
    const words = document.createElement('span')
    words.className = 'foot-words'
    const text = [...(source?.querySelector('p')?.childNodes ?? [])]
      .filter((n) => !(n instanceof Element && n.matches('.note-back')))
      .map((n) => n.textContent ?? '')
      .join('')
      .trim()
    words.append(text)
    note.append(number, words)
    return note
  }

  /** As many notes as a height holds; the last of them is cut where it must be. */
  function fill(
    notes: readonly HTMLElement[],
    available: number,
  ): { fit: HTMLElement[]; rest: HTMLElement[] } {
    const fit: HTMLElement[] = []
    for (const [k, note] of notes.entries()) {
      if (height([...fit, note]) <= available) {
        fit.push(note)
        continue
      }
      const { head, tail } = cut(note, fit, available)
      return { fit: head === null ? fit : [...fit, head], rest: [tail, ...notes.slice(k + 1)] }
    }
    return { fit, rest: [] }
  }

  function cut(note: HTMLElement, before: readonly HTMLElement[], available: number) {
    const points = [...(note.querySelector('.foot-words')?.textContent ?? '')]
    const part = (from: number, to: number, first: boolean): HTMLElement => {
      const copy = note.cloneNode(true) as HTMLElement
      const words = copy.querySelector('.foot-words')
      if (words !== null) words.textContent = points.slice(from, to).join('')
      if (!first) {
        copy.querySelector('.foot-number')?.remove()
        copy.dataset['continued'] = 'true'
      }
      return copy
    }
    let [low, high] = [0, points.length]
    while (low < high) {
      const half = (low + high + 1) >> 1
      if (height([...before, part(0, half, note.dataset['continued'] !== 'true')]) <= available)
        low = half
      else high = half - 1
    }
    // A mark that may not begin a line stays with its character.
    while (low > 0 && /[，。、；：？！”’）》」』]/u.test(points[low] ?? '')) low -= 1
    const first = note.dataset['continued'] !== 'true'
    return low < 8
      ? { head: null, tail: note }
      : { head: part(0, low, first), tail: part(low, points.length, false) }
  }

  function foot(size: number, notes: readonly HTMLElement[]): HTMLElement {
    const outer = document.createElement('div')
    outer.className = 'foot'
    outer.style.height = `${Math.max(0, size - 0.5)}px`
    outer.style.width = `${grid.width}px`
    const inner = document.createElement('div')
    inner.className = 'foot-inner'
    if (notes.length > 0) inner.append(rule(), ...notes)
    for (const note of notes)
      if (note.dataset['continued'] !== 'true') note.id = note.dataset['note'] ?? ''
    outer.append(inner)
    return outer
  }

  function insert(
    all: readonly Line[],
    own: readonly Line[],
    kept: number,
    made: HTMLElement,
  ): void {
    const following = own[kept] ?? all[all.indexOf(own.at(-1) as Line) + 1]
    for (const n of made.querySelectorAll('aside[id]'))
      document.querySelector(`.notes [id="${n.id}"]`)?.remove()
    if (following === undefined) {
      root.querySelector('section')?.append(made)
      return
    }
    const first = all.find((l) => l.block === following.block)
    if (first === following) {
      const block = following.block.closest('.work-head, .section-head, table') ?? following.block
      block.before(made)
      return
    }
    const offset = offsetOn(root, following.node, following.page, following.middle)
    const range = document.createRange()
    range.setStart(following.node, offset)
    range.insertNode(made)
    const left = following.block.getBoundingClientRect()
    void left
  }
}
