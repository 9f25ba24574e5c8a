import {
  type Copy,
  type CopyNoise,
  lengthen,
  makeCopies,
  ONE_PERCENT,
  random,
} from '@huijiao/noise'

/** Copies of one text, and its length. */
export interface Case {
  readonly name: string
  readonly length: number
  readonly copies: readonly Copy[]
}

/** Noisy copies of a text of some length, made of the edition's own phrases. */
export function ordinary(
  source: readonly string[],
  length: number,
  count: number,
  noise: CopyNoise = ONE_PERCENT,
): Case {
  const name = `${length} × ${count}`
  return { name, length, copies: makeCopies(lengthen(source, length, 1), count, noise, 7) }
}

/** Only small errors: where text repeats itself nobody can say which repetition was left out. */
const SMALL: CopyNoise = { substitutions: 0.005, omissions: 0, additions: 0 }

/** Texts that defeat anchors, of one length. */
export function adversaries(source: readonly string[], length: number): Case[] {
  const stream = random(3)
  const text = lengthen(source, length, 2)
  const half = text.slice(0, length / 2)
  const repeated = (period: number): string[] =>
    Array.from({ length }, (_, i) => text[i % period] ?? '')
  const litany = repeated(50).map((c, i) => (i % 50 === 47 ? stream.pick(source) : c))
  const random100 = (): string[] => Array.from({ length }, () => stream.pick(source))
  return [
    exact(
      'a formula of 20, repeated; one copy lacks three',
      length,
      repeated(20),
      repeated(20).slice(60),
    ),
    noisy('a formula of 20, repeated, with misreadings', repeated(20)),
    exact('one character; one copy shorter', length, repeated(1), repeated(1).slice(777)),
    noisy('a page of 2,500, repeated, with misreadings', repeated(2500)),
    noisy('a litany: one word differs in each line', litany),
    exact('a text against itself twice', length / 2, half, [...half, ...half]),
    noisy('two copies end to end, with misreadings', [...half, ...half]),
    exact('a phrase of 200 against all', length, text, text.slice(5000, 5200), 5000),
    exact('characters at random, nothing in common', 0, random100(), random100()),
    exact('unrelated texts of the same phrases', 0, text, lengthen(source, length, 5)),
  ]
}

function noisy(name: string, text: readonly string[]): Case {
  return { name, length: text.length, copies: makeCopies(text, 2, SMALL, 11) }
}

/** Two texts as they are; `length` 0 where nothing corresponds. */
function exact(
  name: string,
  length: number,
  a: readonly string[],
  b: readonly string[],
  offset = 0,
): Case {
  const plain = (characters: readonly string[], from: number): Copy => ({
    characters,
    origins: Int32Array.from(characters, (_, i) =>
      length > 0 && i + from < length ? i + from : -1,
    ),
  })
  return { name, length, copies: [plain(a, 0), plain(b, offset)] }
}
