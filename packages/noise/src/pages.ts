import type { Article } from './articles.ts'
import { glyphsOf, wrap } from './glyphs.ts'
import { DEFAULTS, type ScrambleOptions } from './options.ts'
import { cutIntoPieces, interleave } from './pieces.ts'
import { type Random, random } from './random.ts'
import { type Setting, setPage } from './setting.ts'
import type { ScrambledFile } from './truth.ts'

/**
 * Prints articles on scrambled pages: two to four noisy copies, columns interleaved and cut in the middle
 * of words, with jump lines, page numbers, repeated headlines, half-width punctuation and hard wraps.
 * The same seed gives the same pages; the truth about every character comes with them.
 */
export function scramble(
  articles: readonly Article[],
  seed: number,
  options: Partial<ScrambleOptions> = {},
): ScrambledFile[] {
  const chosen = { ...DEFAULTS, ...options }
  const dice = random(seed)
  const [least, most] = chosen.copies
  const count = least + dice.below(most - least + 1)
  return Array.from({ length: count }, (_, copy) => {
    const present = articles.flatMap((_, work) => (dice.chance(chosen.presence) ? [work] : []))
    while (present.length < Math.min(2, articles.length)) {
      const work = dice.below(articles.length)
      if (!present.includes(work)) present.push(work)
    }
    const name = `${String(copy).padStart(3, '0')}.txt`
    return printPage(articles, shuffle(present, dice), name, dice, chosen)
  })
}

function printPage(
  articles: readonly Article[],
  present: readonly number[],
  name: string,
  dice: Random,
  options: ScrambleOptions,
): ScrambledFile {
  const halfWidth = dice.chance(0.4)
  const setting = settingOf(dice, options)
  const wrapped = dice.chance(options.wrapped) || setting !== 'stacked'
  const measure = wrapped ? 16 + dice.below(12) : 0
  const rate = dice.next() * options.noise
  const columns = present.map((work) => {
    const article = articles[work]
    if (article === undefined) return []
    const blocks = glyphsOf(article, rate, halfWidth, dice)
    return cutIntoPieces(work, measure > 0 ? wrap(blocks, measure) : blocks, measure, dice, options)
  })
  const layout = { setting, measure }
  return { name, ...setPage(articles, interleave(columns, dice), layout, dice, options) }
}

/** No die is thrown for what is not asked for, so that pages of a seed stay as they are. */
function settingOf(dice: Random, { abreast, alternating }: ScrambleOptions): Setting {
  if (abreast > 0 && dice.chance(abreast)) return 'abreast'
  return alternating > 0 && dice.chance(alternating) ? 'alternating' : 'stacked'
}

function shuffle<T>(list: readonly T[], dice: Random): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = dice.below(at + 1)
    const [one, two] = [mixed[at], mixed[other]]
    if (one === undefined || two === undefined) continue
    mixed[at] = two
    mixed[other] = one
  }
  return mixed
}
