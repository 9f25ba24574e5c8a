import type { CollatedWork, LemmaCharacter, Locus } from '@huijiao/model'
import type { Voices } from '../voices/voices.ts'

/** Where a sign stands: between figures, between words of other scripts, in Chinese text. */
type Setting = 'figures' | 'words' | 'text'

/** A choice between several ways to set one sign, made once for the edition. */
export interface Convention {
  /**
   * `dash`, `apostrophe`, `comma`, `point` (within names), or the sign itself where only its width, or the region whose
   * form of a character it is, differs.
   */
  readonly sign: string
  readonly setting: Setting
  /** The way that the text has it. */
  readonly chosen: string
  /** The ways that witnesses have it where they differ, with the number of voices (of a character: of witnesses), most first. */
  readonly ways: readonly { readonly marks: string; readonly voices: number }[]
}

/** The marks of a work by place, and the reading text that they stand in. */
interface MarkedWork {
  readonly work: CollatedWork
  readonly lemma: readonly LemmaCharacter[]
  readonly readings: readonly Locus['readings'][]
}

/** A sign that is set in several ways. */
interface Sign {
  readonly name: string
  readonly ways: RegExp
  /** Where these are ways of one sign; everywhere, where it is not said. */
  readonly settings?: readonly Setting[]
}

const WITHIN: readonly Setting[] = ['figures', 'words']

/** All dashes are one, as people write them; between figures ～ is one too, and in words ’ is an apostrophe. */
const SIGNS: readonly Sign[] = [
  { name: 'dash', ways: /[-\u2010-\u2015\u2212\uFF0D～]+/gu, settings: WITHIN },
  { name: 'dash', ways: /[-\u2010-\u2015\u2212\uFF0D]+/gu, settings: ['text'] },
  { name: 'apostrophe', ways: /['’＇]/gu, settings: WITHIN },
  { name: 'comma', ways: /[,，]/gu, settings: WITHIN },
  { name: 'point', ways: /[．·]/gu },
  ...['%％', '#＃', '&＆', '@＠', '*＊', '/／'].map((ways) => ({
    name: ways.slice(0, 1),
    ways: new RegExp(`[${ways}]`, 'gu'),
  })),
]

/** The voices for each way of each sign, by sign and setting. */
type Tally = Map<Sign, Map<Setting, Map<string, number>>>

/**
 * Lets marks that differ by a convention alone be no locus: `3—5` and `3-5`, `——` and `—`, `don’t` and `don't`. The way
 * that most voices have where they differ stands in the whole edition; of as many, that of the base text.
 */
export function inOneConvention(
  works: readonly MarkedWork[],
  voices: Voices,
): { readonly works: readonly MarkedWork[]; readonly conventions: readonly Convention[] } {
  const tally: Tally = new Map()
  for (const marked of works) count(marked, voices, tally)
  const conventions = [...tally].flatMap(([{ name }, settings]) =>
    [...settings].map(([setting, ways]) => conventionOf(name, setting, ways)),
  )
  return {
    conventions: conventions.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    works: works.map((marked) => ({ ...marked, readings: unified(marked, conventions) })),
  }
}

const keyOf = ({ sign, setting }: Convention): string => `${sign} ${setting}`

function count({ work, lemma, readings }: MarkedWork, voices: Voices, tally: Tally): void {
  for (const [place, marks] of readings.entries()) {
    const setting = settingAt(lemma, place)
    for (const sign of signsApart(marks, setting)) {
      const settings = tally.get(sign) ?? new Map<Setting, Map<string, number>>()
      const ways = settings.get(setting) ?? new Map<string, number>()
      for (const { text, witnesses } of marks) {
        const way = text.match(sign.ways)?.[0] ?? ''
        const heard = new Set(witnesses.map((w) => voices.of(work, w))).size
        ways.set(way, (ways.get(way) ?? 0) + heard)
      }
      tally.set(sign, settings.set(setting, ways))
    }
  }
}

function conventionOf(
  sign: string,
  setting: Setting,
  heard: ReadonlyMap<string, number>,
): Convention {
  const ways = [...heard]
    .map(([marks, voices]) => ({ marks, voices }))
    .toSorted((a, b) => b.voices - a.voices)
  return { sign, setting, chosen: ways[0]?.marks ?? '', ways }
}

/** The marks of a work with one way for each sign. */
function unified(
  { lemma, readings }: MarkedWork,
  conventions: readonly Convention[],
): readonly Locus['readings'][] {
  return readings.map((marks, place) => {
    const setting = settingAt(lemma, place)
    const apart = signsApart(marks, setting)
    const [first] = marks
    if (first === undefined || apart.length === 0) return marks
    const text = apart.reduce((all, { name, ways }) => {
      const made = conventions.find((c) => c.sign === name && c.setting === setting)
      return all.replaceAll(ways, (own) => made?.chosen ?? own)
    }, first.text)
    return [{ text, witnesses: marks.flatMap(({ witnesses }) => witnesses) }]
  })
}

/** The signs by whose ways alone the marks at a place differ; none where they differ by more. */
function signsApart(marks: Locus['readings'], setting: Setting): readonly Sign[] {
  if (marks.length < 2) return []
  const here = SIGNS.filter(({ settings }) => settings?.includes(setting) ?? true)
  const alike = (text: string): string =>
    here.reduce((all, { name, ways }) => all.replaceAll(ways, `\u0000${name}\u0000`), text)
  if (new Set(marks.map(({ text }) => alike(text))).size > 1) return []
  return here.filter(
    ({ ways }) => new Set(marks.map(({ text }) => (text.match(ways) ?? []).join(' '))).size > 1,
  )
}

function settingAt(lemma: readonly LemmaCharacter[], place: number): Setting {
  const [before, after] = [lemma[place - 1]?.t ?? '', lemma[place]?.t ?? '']
  if (/^[\p{N}%]/u.test(before) && /^\p{N}/u.test(after)) return 'figures'
  return isWord(before) && isWord(after) ? 'words' : 'text'
}

const isWord = (character: string): boolean =>
  /^[\p{L}\p{N}]/u.test(character) && !/^[\p{Script=Han}\p{Script=Hiragana}]/u.test(character)
