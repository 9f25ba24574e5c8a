import type { SoftToken, TokenizedWitness, WitnessToken } from '@huijiao/model'
import { isContent, keyOf, spelledOut } from '@huijiao/text'

/** What a code such as `⑴` stands for: marks before its characters, the characters, what follows each. */
interface Spelling {
  readonly before: string
  readonly characters: readonly { readonly t: string; readonly after: string }[]
}

/**
 * Writes `㎏`, `℃`, `①` as another witness does that has their plain letters and figures beside the same character:
 * the two are one sign, and the plain one never loses. Where no other witness writes it out, it stays as printed.
 *
 * 重350㎏，见① ｜ 重350kg，见1 → 重350kg，见1
 */
export function inPlainForms(witnesses: readonly TokenizedWitness[]): TokenizedWitness[] {
  return witnesses.map((witness, w) => {
    if (!witness.tokens.some(({ t }) => spelledOut(t) !== undefined)) return witness
    const others = witnesses.filter((_, o) => o !== w)
    const tokens: Open[] = []
    for (const [at, token] of witness.tokens.entries()) {
      const plain = writtenOut(witness.tokens, at, others)
      if (plain === undefined) tokens.push({ ...token, after: [...token.after] })
      else addSpelled(tokens, token, plain)
    }
    return { ...witness, tokens }
  })
}

/** The spelling of a token that another witness has beside the same character; undefined where none has. */
function writtenOut(
  tokens: readonly WitnessToken[],
  at: number,
  others: readonly TokenizedWitness[],
): Spelling | undefined {
  const spelled = spelledOut(tokens[at]?.t ?? '')
  if (spelled === undefined) return undefined
  const spelling = parted(spelled)
  const keys = spelling.characters.map(({ t }) => keyOf(t))
  for (const other of others) {
    const found = sequence(other.tokens, keys, tokens[at - 1]?.n, tokens[at + 1]?.n)
    // As the other writes it: m² for ㎡.
    if (found !== undefined) {
      const characters = spelling.characters.map(({ after }, k) => ({ t: found[k] ?? '', after }))
      return { before: spelling.before, characters }
    }
  }
  return undefined
}

/** Characters of a witness that have the keys one after the other, the one before or after them as given. */
function sequence(
  tokens: readonly WitnessToken[],
  keys: readonly string[],
  left: string | undefined,
  right: string | undefined,
): string[] | undefined {
  const [first] = keys
  if (first === undefined) return undefined
  for (const at of placesOf(tokens).get(first) ?? []) {
    const found = tokens.slice(at, at + keys.length)
    if (found.some((token, k) => token.n !== keys[k] || spelledOut(token.t) !== undefined)) continue
    const beside = [tokens[at - 1]?.n === left, tokens[at + keys.length]?.n === right]
    if (beside.includes(true)) return found.map(({ t }) => t)
  }
  return undefined
}

const known = new WeakMap<readonly WitnessToken[], ReadonlyMap<string, readonly number[]>>()

/** The tokens of a witness that have each key, by index. */
function placesOf(tokens: readonly WitnessToken[]): ReadonlyMap<string, readonly number[]> {
  const found = known.get(tokens)
  if (found !== undefined) return found
  const places = new Map<string, number[]>()
  for (const [at, { n }] of tokens.entries()) {
    const own = places.get(n)
    if (own === undefined) places.set(n, [at])
    else own.push(at)
  }
  known.set(tokens, places)
  return places
}

function parted(spelled: string): Spelling {
  const characters: { t: string; after: string }[] = []
  let before = ''
  for (const sign of spelled) {
    const last = characters.at(-1)
    if (isContent(sign)) characters.push({ t: sign, after: '' })
    else if (last === undefined) before += sign
    else last.after += sign
  }
  return { before, characters }
}

type Open = Omit<WitnessToken, 'after'> & { readonly after: SoftToken[] }

/** Puts the characters in the place of the code; its brackets hang on what stands beside. */
function addSpelled(tokens: Open[], token: WitnessToken, spelling: Spelling): void {
  const { at, block } = token
  const marks = (text: string): SoftToken[] => Array.from(text, (t) => ({ t, at }))
  const last = tokens.at(-1)
  const opens = last === undefined || last.block !== block
  if (!opens) last.after.push(...marks(spelling.before))
  const count = spelling.characters.length
  for (const [k, { t, after }] of spelling.characters.entries()) {
    tokens.push({
      t,
      n: keyOf(t),
      at,
      block,
      before: opens && k === 0 ? [...token.before, ...marks(spelling.before)] : [],
      after: [...marks(after), ...(k === count - 1 ? token.after : [])],
      ...(token.confidence === undefined ? {} : { confidence: token.confidence }),
    })
  }
}
