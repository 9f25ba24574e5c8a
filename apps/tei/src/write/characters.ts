import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'

/** Characters that are declared in the header, by the id of their declaration. */
export type Declared = Map<string, Element>

/** Characters of private use: no one but who made the text knows what they are. */
const PRIVATE = /^[\p{Co}]$/u

/** What XML 1.0 cannot hold (its production 2), and the carriage return, which its readers change. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /^[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]$/u

/** How many parts an ideographic description character takes (Unicode 18.2). */
const ARITY: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'⿰⿱⿴⿵⿶⿷⿸⿹⿺⿻⿼⿽㇯'].map((sign) => [sign, 2])),
  ...Object.fromEntries([...'⿲⿳'].map((sign) => [sign, 3])),
  ...Object.fromEntries([...'⿾⿿'].map((sign) => [sign, 1])),
}

/**
 * Text as content of an element. A character without a code point, described by its parts (`⿰木皮`) or of private
 * use, is a `g` that leads to its declaration; so is one that XML cannot hold.
 */
export function characters(text: string, declared: Declared): ElementContent[] {
  const content: ElementContent[] = []
  const signs = [...text]
  let plain = ''
  const settle = (): void => {
    if (plain !== '') content.push({ type: 'text', value: plain })
    plain = ''
  }
  for (let at = 0; at < signs.length; ) {
    const length = lengthOfCharacter(signs, at)
    const written = signs.slice(at, at + length).join('')
    const kind = kindOf(written, length)
    if (kind === 'plain') plain += written
    else {
      settle()
      content.push(declare(written, kind, declared))
    }
    at += length
  }
  settle()
  return content
}

/** Whether text holds no character that must be declared. */
export const isPlain = (text: string): boolean =>
  characters(text, new Map()).every((node) => node.type === 'text')

type Kind = 'plain' | 'description' | 'private' | 'unwritable'

function kindOf(written: string, length: number): Kind {
  if (length > 1) return 'description'
  if (PRIVATE.test(written)) return 'private'
  return UNWRITABLE.test(written) ? 'unwritable' : 'plain'
}

/** Signs of the character at a place: more than one where it is described by its parts. */
function lengthOfCharacter(signs: readonly string[], start: number): number {
  let open = 1
  let at = start
  for (; open > 0; at += 1) {
    const sign = signs[at]
    // A description that breaks off is text like any other.
    if (sign === undefined || (at > start && !isPart(sign))) return 1
    open += (ARITY[sign] ?? 0) - 1
  }
  return at - start
}

const isPart = (sign: string): boolean =>
  sign in ARITY || /^[\p{Unified_Ideograph}\p{Script=Han}\p{Co}]$/u.test(sign)

function declare(written: string, kind: Kind, declared: Declared): Element {
  const codes = [...written].map((sign) => codeOf(sign))
  const id = `char.${codes.join('-')}`
  if (!declared.has(id)) {
    const says =
      kind === 'description'
        ? x('localProp', { name: 'IDS', value: written })
        : x('mapping', { type: kind === 'private' ? 'PUA' : 'code' }, `U+${codes.join(' ')}`)
    declared.set(id, x('char', { 'xml:id': id }, [says]))
  }
  return x('g', { ref: `#${id}` }, kind === 'unwritable' ? [] : [written])
}

const codeOf = (sign: string): string =>
  (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
