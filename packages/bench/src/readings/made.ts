import { type CopyNoise, makeCopies } from '@huijiao/noise'
import { isContent, lookAlike } from '@huijiao/text'
import type { CopyText, Purpose, ReadingSet, Trial } from './set.ts'
import { type KnownText, knownTexts } from './texts.ts'

const SIGLA = '甲乙丙丁戊'

/** Two percent of errors. */
const TWO_PERCENT: CopyNoise = { substitutions: 0.01, omissions: 0.005, additions: 0.005 }
/** One percent, beside errors of another kind. */
const ONE: CopyNoise = { substitutions: 0.005, omissions: 0.0025, additions: 0.0025 }

/** Seeds of made noise. */
const SEEDS: Readonly<Record<Purpose, readonly number[]>> = {
  fitting: [1, 2, 3],
  scoring: [501, 502],
}

interface Kind {
  readonly name: string
  readonly noise: (text: KnownText) => CopyNoise
  /** Whether the first two copies are made from one copy with errors, and not from the text. */
  readonly shared?: boolean
}

const KINDS: readonly Kind[] = [
  { name: 'independent errors', noise: () => TWO_PERCENT },
  {
    name: 'look-alikes',
    noise: (text) => ({ ...TWO_PERCENT, substitutions: 0.015, lookAlikes: lookAlikesOf(text) }),
  },
  {
    name: 'dropped lines',
    noise: () => ({ ...ONE, droppedBlocks: 20, blockLength: [12, 30] }),
  },
  { name: 'dittography', noise: () => ({ ...ONE, repeats: 0.005 }) },
  { name: 'shared errors', noise: () => TWO_PERCENT, shared: true },
]

/** Sets of copies with made noise, one for each kind of noise and number of copies. */
export function madeSets(purpose: Purpose): ReadingSet[] {
  const texts = knownTexts(purpose)
  const seeds = SEEDS[purpose]
  const modern = texts.filter(({ genre }) => genre === 'modern')
  const others = texts.filter(({ genre }) => genre !== 'modern')
  return KINDS.flatMap((kind) =>
    (kind.shared === true ? [3] : [3, 2]).flatMap((count) =>
      [
        ['modern prose', modern] as const,
        ['classical, vernacular, verse, statute', others] as const,
      ].map(([name, some]) => ({
        name: `${kind.name}, ${count} copies, ${name}`,
        from: `seeds ${seeds.join(', ')}`,
        trials: seeds.flatMap((seed) => some.map((text) => trialOf(kind, text, count, seed))),
      })),
    ),
  )
}

function trialOf(kind: Kind, text: KnownText, count: number, seed: number): Trial {
  const noise = kind.noise(text)
  const source = [...text.paragraphs.join('\n')]
  const parent = makeCopies(source, 1, noise, seed + 7000)[0]?.characters ?? source
  const copies = Array.from({ length: count }, (_, i): CopyText => {
    const twin = kind.shared === true && i < 2
    const [copy] = makeCopies(twin ? parent : source, 1, twin ? ONE : noise, seed * 31 + i)
    const lines = (copy?.characters.join('') ?? '').split('\n').filter((line) => line !== '')
    return {
      siglum: SIGLA[i] ?? '',
      kind: 'ocr',
      blocks: lines.map((line) => [line]),
      ...(twin ? { family: 'twins' } : {}),
    }
  })
  return { name: `${text.genre} ${seed}`, copies, truth: text.paragraphs.join('\n') }
}

/** For each character of a text those of the same text that look like it. */
export function lookAlikesOf({ paragraphs }: KnownText): ReadonlyMap<string, readonly string[]> {
  const pool = [...new Set(paragraphs.join(''))].filter(isContent)
  return new Map(pool.map((c) => [c, pool.filter((d) => c !== d && lookAlike(c, d))]))
}
