import type { Token, Witness } from '../model.ts'
import { classOf, PUNCTUATION } from '../text/classes.ts'

/** A token as CollateX has it: `t` as written, `n` to match by, and whatever else its maker needs. */
export interface CollatexToken {
  readonly t: string
  readonly n?: string
  readonly [property: string]: unknown
}

/** A witness as CollateX has it. */
export interface CollatexWitness {
  readonly id: string
  readonly tokens: readonly CollatexToken[]
}

/** What CollateX takes is written otherwise than here. */
export class CollatexError extends Error {
  constructor(place: string, expected: string) {
    super(`${place}: expected ${expected}`)
    this.name = 'CollatexError'
  }
}

/**
 * Reads what CollateX takes: `{"witnesses": [{"id": "A", "tokens": [{"t": "The ", "n": "the"}, …]}, …]}`, or `content` in
 * the place of tokens, which is cut as CollateX cuts it.
 *
 * @throws {CollatexError} naming the first thing that is otherwise.
 */
export function readCollatex(value: unknown): CollatexWitness[] {
  const list = isRecord(value) ? value['witnesses'] : undefined
  if (!Array.isArray(list)) throw new CollatexError('witnesses', 'a list')
  const witnesses = list.map(witnessOf)
  const ids = witnesses.map(({ id }) => id)
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i)
  if (twice >= 0) throw new CollatexError(`witnesses[${twice}].id`, 'an id used once')
  return witnesses
}

function witnessOf(value: unknown, index: number): CollatexWitness {
  const place = `witnesses[${index}]`
  if (!isRecord(value)) throw new CollatexError(place, 'a witness')
  const { id, content, tokens } = value
  if (typeof id !== 'string') throw new CollatexError(`${place}.id`, 'a string')
  if (typeof content === 'string') return { id, tokens: cut(content) }
  if (!Array.isArray(tokens)) throw new CollatexError(place, 'tokens or content')
  return {
    id,
    tokens: tokens.map((token: unknown, at): CollatexToken => {
      const isToken = isRecord(token) && typeof token['t'] === 'string'
      const hasKey = isToken && ['string', 'undefined'].includes(typeof token['n'])
      if (!hasKey) throw new CollatexError(`${place}.tokens[${at}]`, 't as text, n as text or none')
      return token as CollatexToken
    }),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Words, each with the white space after it, and what stands between words. */
const cut = (content: string): CollatexToken[] =>
  [...content.matchAll(/[\p{L}\p{M}\p{N}_]+\s*|[^\p{L}\p{M}\p{N}_]+/gu)].map(([t]) => ({
    t,
    n: t.trim(),
  }))

/** Witnesses to align; tokens match by `n`, else by `t` without the white space around it. Punctuation is soft. */
export const toWitnesses = (witnesses: readonly CollatexWitness[]): Witness[] =>
  witnesses.map(({ id, tokens }) => ({
    siglum: id,
    tokens: tokens.map((token) => {
      const n = token.n ?? token.t.trim()
      return isSoft(n) ? { t: token.t, n, soft: true } : { t: token.t, n }
    }),
  }))

const isSoft = (key: string): boolean =>
  key !== '' && [...key].every((sign) => classOf(sign.codePointAt(0) ?? 0) === PUNCTUATION)

/** The tokens of a text, each with what stands between it and the next. */
export function writtenTokens(text: string, tokens: readonly Token[]): CollatexToken[] {
  let at = 0
  const starts = tokens.map(({ t }) => {
    const start = text.indexOf(t, at)
    at = start + t.length
    return start
  })
  return tokens.map(({ n }, i) => ({ t: text.slice(i === 0 ? 0 : starts[i], starts[i + 1]), n }))
}
