import type { Box } from '@huijiao/ast'
import type { Draft } from '../../draft/draft.ts'
import type { XmlElement } from '../../markup/xml.ts'

/** Regions of a page that hold no text of it, by the names of PAGE-XML, ALTO, hOCR and PaddleOCR. */
const FURNITURE =
  /^(?:header|footer|page[-_ ]?(?:number|header|footer)|number|running[-_ ]?head|signature-mark|catch-word)$/iu

export type Region = 'running-head' | 'page-number' | null

/** What a region is by its kind: text, or a head, foot or number of the page. */
export function furnitureOf(kind: string): Region {
  if (!FURNITURE.test(kind)) return null
  return /number/iu.test(kind) ? 'page-number' : 'running-head'
}

/** The box around points, `x,y` each; undefined where there are none. */
export function boxAround(points: readonly (readonly [number, number])[]): Box | undefined {
  if (points.length === 0) return undefined
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** `box` where it is known, for spreading. */
export const boxed = (box: Box | undefined): { box?: Box } => (box === undefined ? {} : { box })

/** A space between two recognised words, where their script has them: Chinese does not part words. */
export function spaceBetween(draft: Draft, next: string, at: number): void {
  const last = draft.last()
  if (last === '' || /\s/u.test(last)) return
  if (WORD.test(last) && WORD.test(next)) draft.put(' ', at, at)
}

/** Letters, digits and marks of scripts that part words by spaces. */
const WORD =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{N}\p{M}!-/:-@]/u

/** A number that an attribute holds; undefined where it holds none. */
export function numberIn(element: XmlElement, name: string): number | undefined {
  const value = element.attributes[name]
  const number = value === undefined ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : undefined
}

/**
 * Where an attribute's value stands within its element's tag: the value as written, and its offset.
 *
 * @param text of the file.
 */
export function attributePlace(
  text: string,
  element: XmlElement,
  name: string,
): { readonly raw: string; readonly from: number } | undefined {
  const tag = text.slice(element.start, text.indexOf('>', element.start) + 1)
  const match = new RegExp(`\\s${name}\\s*=\\s*(["'])([\\s\\S]*?)\\1`, 'u').exec(tag)
  const raw = match?.[2]
  if (match === null || raw === undefined) return undefined
  return { raw, from: element.start + match.index + match[0].length - 1 - raw.length }
}
