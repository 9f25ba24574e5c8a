import { collate } from '../collate.ts'
import type { CollateOptions, Span, Token } from '../model.ts'
import { type TokenizedText, type TokenizeOptions, tokenizeText } from './tokenize.ts'

/** A text to collate, under the name it goes by in the result. */
export interface NamedText {
  readonly siglum: string
  readonly text: string
}

/** A unit whose spans are code points of the texts and tile them, white space included. */
export interface TextUnit {
  readonly equal: boolean
  /** By text index, half-open. */
  readonly spans: readonly Span[]
  /** Its text as tokens. */
  readonly tokens: readonly Span[]
  /** Number of the moved block of which this is one end. */
  readonly transposition?: number
}

export interface TextAlignment {
  readonly texts: readonly (NamedText & { readonly tokens: readonly Token[] })[]
  readonly units: readonly TextUnit[]
}

/**
 * Aligns plain texts. White space, and punctuation where it is ignored, belongs to the unit before
 * it; at the beginning of a text to its first unit.
 */
export function collateTexts(
  texts: readonly NamedText[],
  options: CollateOptions & TokenizeOptions = {},
): TextAlignment {
  const cut = texts.map(({ text }) => tokenizeText(text, options))
  const witnesses = texts.map(({ siglum }, i) => ({ siglum, tokens: cut[i]?.tokens ?? [] }))
  const { units } = collate(witnesses, options)
  const last = units.length - 1
  const placed = units.map((unit, u): TextUnit => {
    const spans = unit.spans.map(([start, end], w): Span => {
      const text = cut[w]
      if (text === undefined) return [0, 0]
      return [u === 0 ? 0 : offset(text, start), u === last ? text.length : offset(text, end)]
    })
    const { equal, transposition } = unit
    return transposition === undefined
      ? { equal, spans, tokens: unit.spans }
      : { equal, spans, tokens: unit.spans, transposition }
  })
  return {
    texts: texts.map((text, i) => ({ ...text, tokens: witnesses[i]?.tokens ?? [] })),
    units: placed.length > 0 ? placed : tokenless(cut),
  }
}

/** Where a boundary before a token lies in the text. */
function offset({ starts, length }: TokenizedText, token: number): number {
  return token === 0 ? 0 : (starts[token] ?? length)
}

/** The one unit of texts that have no token between them. */
function tokenless(cut: readonly TokenizedText[]): TextUnit[] {
  if (cut.every(({ length }) => length === 0)) return []
  return [
    {
      equal: true,
      spans: cut.map(({ length }): Span => [0, length]),
      tokens: cut.map((): Span => [0, 0]),
    },
  ]
}
