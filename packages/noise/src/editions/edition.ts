import { type Random, random } from '../random.ts'
import { classical } from './classics.ts'
import { novel, story } from './fiction.ts'
import { mannerOf } from './manner.ts'
import { drama, opera } from './plays.ts'
import { interview, report, speech } from './press.ts'
import { type MadeFile, type PlacedBlock, printFile } from './print.ts'
import { diary, essay, letter } from './prose.ts'
import { paper, statute } from './treatises.ts'
import { ci, modernVerse, verse } from './verse.ts'
import type { Genre, MadeWork } from './work.ts'

/** How the works of a made edition lie in its files. */
export type Arrangement = 'single' | 'one-file' | 'a-file-each' | 'a-part-each' | 'newspaper'

export interface EditionOptions {
  /** Least and most copies. */
  readonly copies: readonly [number, number]
  /** Share of the letters of a copy that are misread, left out or doubled, at most. */
  readonly noise: number
  /** Chance that a copy lacks some blocks. */
  readonly lacking: number
  /** Chance that the furniture of a copy is of the second vocabulary. */
  readonly second: number
  readonly arrangement?: Arrangement
  readonly genre?: Genre
}

const DEFAULTS: EditionOptions = { copies: [1, 7], noise: 0.012, lacking: 0.15, second: 0.3 }

/** An edition made for tests: its works as they truly are, and its copies in order, with the truth of every line. */
export interface MadeEdition {
  readonly arrangement: Arrangement
  readonly works: readonly MadeWork[]
  /** By copy: its files. */
  readonly copies: readonly (readonly MadeFile[])[]
}

const MAKERS: Readonly<Record<Genre, (dice: Random) => MadeWork>> = {
  report,
  essay,
  speech,
  interview,
  story,
  novel,
  verse,
  ci,
  'modern-verse': modernVerse,
  drama,
  opera,
  statute,
  paper,
  letter,
  classical: (dice) => classical(dice, true),
  unpunctuated: (dice) => classical(dice, false),
  diary,
}

/** All genres. */
export const GENRES: readonly Genre[] = Object.keys(MAKERS) as Genre[]
/** Genres whose parts may each have a file of their own. */
const PARTED: readonly Genre[] = ['novel', 'novel', 'opera', 'drama']
/** Genres that copies print without marks at times. */
const CLASSICAL = new Set<Genre>(['classical', 'verse', 'ci', 'opera'])
/** Genres that stand several in one file, and those of a newspaper. */
const SHORT: readonly Genre[] = [
  'essay',
  'verse',
  'ci',
  'modern-verse',
  'letter',
  'story',
  'classical',
  'speech',
]
const PRESS: readonly Genre[] = [
  'report',
  'report',
  'report',
  'essay',
  'interview',
  'speech',
  'verse',
]

/** A made work of a genre. */
export function makeWork(genre: Genre, dice: Random): MadeWork {
  return MAKERS[genre](dice)
}

/**
 * Makes an edition of one work or several, in one to seven copies in order, each set in a manner of its own.
 * The same seed gives the same edition on any machine.
 */
export function makeEdition(seed: number, options: Partial<EditionOptions> = {}): MadeEdition {
  const chosen = { ...DEFAULTS, ...options }
  const dice = random(seed)
  const arrangement =
    chosen.arrangement ??
    dice.pick<Arrangement>(['single', 'single', 'single', 'one-file', 'a-file-each', 'newspaper'])
  const works = worksOf(arrangement, chosen.genre, dice)
  const [least, most] = chosen.copies
  const count = least + dice.below(most - least + 1)
  const copies = Array.from({ length: count }, (_, copy) =>
    printCopy(works, copy, arrangement, chosen, dice),
  )
  return { arrangement, works, copies }
}

function worksOf(arrangement: Arrangement, genre: Genre | undefined, dice: Random): MadeWork[] {
  if (arrangement === 'single') return [makeWork(genre ?? dice.pick(GENRES), dice)]
  if (arrangement === 'a-part-each') return [makeWork(genre ?? dice.pick(PARTED), dice)]
  const kinds = arrangement === 'newspaper' ? PRESS : [genre ?? dice.pick(SHORT)]
  const works = Array.from({ length: 3 + dice.below(6) }, () =>
    makeWork(genre ?? dice.pick(kinds), dice),
  )
  // Two works of one title would be one riddle more than an editor could solve.
  const titles = new Set<string>()
  return works.filter(({ blocks }) => {
    const title = blocks[0]?.text ?? ''
    return !titles.has(title) && titles.add(title)
  })
}

function printCopy(
  works: readonly MadeWork[],
  copy: number,
  arrangement: Arrangement,
  options: EditionOptions,
  dice: Random,
): MadeFile[] {
  const manner = mannerOf(dice, dice.chance(options.second), options.noise)
  const lacks = dice.chance(options.lacking)
  const placed = works.map((work, index) => placedBlocks(work, index, lacks, dice))
  const titleOf = (index: number): string => works[index]?.blocks[0]?.text ?? ''
  const name = String.fromCodePoint(0x61 + copy)
  const newspaper = arrangement === 'newspaper'
  if (arrangement === 'a-file-each') {
    return placed.map((blocks, index) => {
      const file = `${name}-${String(index + 1).padStart(2, '0')}.txt`
      return printFile(file, blocks, { manner, title: titleOf(index), newspaper }, dice)
    })
  }
  if (arrangement === 'a-part-each') {
    return partsOf(placed.flat()).map((blocks, index) => {
      const file = `${name}-${String(index + 1).padStart(2, '0')}.txt`
      return printFile(file, blocks, { manner, title: titleOf(0), newspaper }, dice)
    })
  }
  return [printFile(`${name}.txt`, placed.flat(), { manner, title: titleOf(0), newspaper }, dice)]
}

/** The parts of a work: each begins with a heading, the first with what stands before it too. */
function partsOf(blocks: readonly PlacedBlock[]): PlacedBlock[][] {
  const parts: PlacedBlock[][] = [[]]
  for (const [at, placed] of blocks.entries()) {
    const head = placed.block.kind === 'heading' && blocks[at - 1]?.block.kind !== 'heading'
    if (head && (parts.at(-1)?.some(({ block }) => block.kind === 'paragraph') ?? false))
      parts.push([])
    parts.at(-1)?.push(placed)
  }
  return parts
}

/** The blocks of a work that a copy has: a run of them may be lacking, seldom the title. */
function placedBlocks(
  { blocks, genre }: MadeWork,
  work: number,
  lacks: boolean,
  dice: Random,
): PlacedBlock[] {
  let order = 0
  const all = blocks.map((block) => {
    const at = order
    order += Array.from(block.text).length
    return { work, block, order: at, first: false, classical: CLASSICAL.has(genre) }
  })
  let kept = all
  if (lacks && blocks.length > 6) {
    const from = 3 + dice.below(blocks.length - 5)
    const count = 1 + dice.below(3)
    kept = all.filter((_, at) => at < from || at >= from + count)
  }
  if (dice.chance(0.04) && kept.length > 3 && kept[1]?.block.kind !== 'heading')
    kept = kept.slice(1)
  return kept.map((block, at) => ({ ...block, first: at === 0 }))
}

/** The text of a work: its blocks one after another, the truth that `order` counts in. */
export function textOf({ blocks }: MadeWork): string {
  return blocks.map(({ text }) => text).join('')
}
