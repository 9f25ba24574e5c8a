import { type Random, random } from './random.ts'

/** How copies differ from their source. Rates are shares of the characters of the source. */
export interface CopyNoise {
  readonly substitutions: number
  readonly omissions: number
  readonly additions: number
  /** Whole blocks left out, for each 10,000 characters. */
  readonly droppedBlocks?: number
  /** Blocks that stand elsewhere, in each copy. */
  readonly movedBlocks?: number
  /** Least and greatest length of a dropped or moved block. */
  readonly blockLength?: readonly [least: number, most: number]
  /** Chance, after each character, that the last ones are copied once more (dittography), two to six. */
  readonly repeats?: number
  /** Characters that are misread for one another; a substitution takes one of them where it can. */
  readonly lookAlikes?: ReadonlyMap<string, readonly string[]>
}

/** A copy with the truth about it. */
export interface Copy {
  readonly characters: readonly string[]
  /** By character: index of the character of the source it stands for, -1 for what is added. */
  readonly origins: Int32Array
}

/** One percent of each kind of error, a few blocks left out, one moved. */
export const ONE_PERCENT: CopyNoise = {
  substitutions: 0.01,
  omissions: 0.01,
  additions: 0.01,
  droppedBlocks: 0.1,
  movedBlocks: 1,
  blockLength: [50, 300],
}

/**
 * Makes copies of a text with errors, each from its own stream of the seed.
 *
 * Two characters of two copies truly correspond where they have the same origin.
 */
export function makeCopies(
  source: readonly string[],
  count: number,
  noise: CopyNoise,
  seed: number,
): Copy[] {
  return Array.from({ length: count }, (_, i) => copyOf(source, noise, random(seed * 1009 + i)))
}

function copyOf(source: readonly string[], noise: CopyNoise, stream: Random): Copy {
  const characters: string[] = []
  const origins: number[] = []
  for (const index of arrangement(source.length, noise, stream)) {
    const character = source[index] ?? ''
    const roll = stream.next()
    if (roll < noise.omissions) continue
    const substituted = roll < noise.omissions + noise.substitutions
    characters.push(substituted ? misread(character, source, noise, stream) : character)
    origins.push(index)
    if (stream.chance(noise.additions)) {
      characters.push(stream.pick(source))
      origins.push(-1)
    }
    if (noise.repeats !== undefined && stream.chance(noise.repeats)) {
      const again = characters.slice(-2 - stream.below(5))
      characters.push(...again)
      origins.push(...again.map(() => -1))
    }
  }
  return { characters, origins: Int32Array.from(origins) }
}

/** The indexes of the source in the order of the copy, blocks left out and moved. */
function arrangement(length: number, noise: CopyNoise, stream: Random): number[] {
  const [least, most] = noise.blockLength ?? [50, 300]
  const blockLength = (): number => least + stream.below(most - least + 1)
  const dropped = new Uint8Array(length)
  const drops = Math.round(((noise.droppedBlocks ?? 0) * length) / 10_000)
  for (let i = 0; i < drops; i++) {
    const start = stream.below(length)
    dropped.fill(1, start, start + blockLength())
  }
  let order: number[] = []
  for (let i = 0; i < length; i++) if (dropped[i] === 0) order.push(i)
  for (let i = 0; i < (noise.movedBlocks ?? 0); i++) {
    const size = blockLength()
    if (order.length < 4 * size) break
    const start = stream.below(order.length - size)
    const block = order.slice(start, start + size)
    const rest = [...order.slice(0, start), ...order.slice(start + size)]
    const target = stream.below(rest.length + 1)
    order = [...rest.slice(0, target), ...block, ...rest.slice(target)]
  }
  return order
}

function misread(
  character: string,
  source: readonly string[],
  noise: CopyNoise,
  stream: Random,
): string {
  const alike = noise.lookAlikes?.get(character)
  if (alike !== undefined && alike.length > 0) return stream.pick(alike)
  // A character of the text itself, so that frequent ones are frequent; another one, so that it is an error.
  for (let tries = 0; tries < 20; tries++) {
    const other = stream.pick(source)
    if (other !== character) return other
  }
  return '〓'
}

/**
 * Makes a text of any length out of a shorter one, of short runs from all over it: its characters
 * and its phrases, but without the long repetitions that putting copies together would bring.
 */
export function lengthen(source: readonly string[], length: number, seed: number): string[] {
  const stream = random(seed)
  const made: string[] = []
  while (made.length < length) {
    const run = 3 + stream.below(12)
    const start = stream.below(Math.max(1, source.length - run))
    for (let i = 0; i < run && made.length < length; i++) made.push(source[start + i] ?? '')
  }
  return made
}
