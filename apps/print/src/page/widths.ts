import { along } from './axis.ts'
import { boxWidth, type Source } from './items.ts'

/** Widths of text as it is set, in pixels, each measured once. */
export interface Widths {
  /** The width of a piece, and how much narrower it is without its blank half. */
  readonly of: (source: Source) => { readonly width: number; readonly blank: number }
}

/** What the width of text depends on besides its letters. */
interface Style {
  readonly css: string
  readonly lang: string
  readonly key: string
}

/** Marks that may lose their blank half. */
const MARKS = new Set(['opening', 'closing', 'point', 'exclaiming'])

/** What a character is set like; all Han characters of a face are as wide as one another. */
const LETTER = '一'

/** A mark without its blank half is at most so wide, in ems: else the face has no such form. */
const HALF = 0.75

/** Measures all that pieces need, together: the browser lays the samples out once. */
export function measureWidths(sources: Iterable<Source>): Widths {
  const styles = new Map<Element, Style>()
  const samples = new Map<string, HTMLElement>()
  const bench = document.createElement('div')
  bench.className = 'bench'
  const benches = new Map<string, HTMLElement>()
  const sample = (source: Source, halved: boolean): void => {
    const style = styleOf(source.owner, styles)
    const key = keyOf(style, source, halved)
    if (samples.has(key)) return
    const own = benches.get(style.key) ?? row(bench, style)
    benches.set(style.key, own)
    const span = document.createElement('span')
    span.textContent = textFor(source)
    if (halved) span.className = 'squeezed'
    own.append(span)
    samples.set(key, span)
  }
  for (const source of sources) {
    if (source.kind === 'box') continue
    sample(source, source.paired === true)
    if (MARKS.has(source.kind)) sample(source, true)
  }
  document.body.append(bench)
  const sizes = new Map([...samples].map(([key, e]) => [key, along(e.getBoundingClientRect())]))
  bench.remove()
  const sizeOf = (source: Source, halved: boolean): number =>
    sizes.get(keyOf(styleOf(source.owner, styles), source, halved)) ?? 0
  return {
    of(source) {
      if (source.kind === 'box') return { width: boxWidth(source.node as Element), blank: 0 }
      const width = sizeOf(source, source.paired === true)
      if (!MARKS.has(source.kind)) return { width, blank: 0 }
      const half = sizeOf(source, true)
      return { width, blank: half < width * HALF ? width - half : 0 }
    },
  }
}

const textFor = ({ kind, text }: Source): string => (kind === 'letter' ? letterFor(text) : text)

/** Han characters share a width; a sign such as ○ or ㎡ may have another. */
const letterFor = (text: string): string => (/^\p{sc=Han}$/u.test(text) ? LETTER : text)

const keyOf = ({ key }: Style, source: Source, halved: boolean): string =>
  `${key}\n${halved ? 1 : 0}${textFor(source)}`

function styleOf(element: Element, known: Map<Element, Style>): Style {
  const found = known.get(element)
  if (found !== undefined) return found
  const { fontFamily, fontSize, fontWeight, fontStyle, letterSpacing } = getComputedStyle(element)
  const css = `font-family:${fontFamily};font-size:${fontSize};font-weight:${fontWeight};font-style:${fontStyle};letter-spacing:${letterSpacing}`
  // The language says which forms of marks are set, and so how wide they are.
  const lang = element.closest<HTMLElement>('[lang]')?.lang ?? ''
  const style = { css, lang, key: `${lang}\n${css}` }
  known.set(element, style)
  return style
}

function row(bench: HTMLElement, style: Style): HTMLElement {
  const own = document.createElement('div')
  own.style.cssText = style.css
  own.lang = style.lang
  bench.append(own)
  return own
}
