import type { CollatedWork, LemmaCharacter, Locus } from '@huijiao/model'
import type { Voices } from '../voices/voices.ts'

/** Where a sign stands: between figures, between words of other scripts, in Chinese text. */
type Setting = 'figures' | 'words' | 'text'

/** A choice between several ways to set one sign, made once for the edition. */
export interface Convention {
  readonly sign: 'dash' | 'apostrophe' | 'comma'
  readonly setting: Setting
  /** The way that the text has it. */
  readonly chosen: string
  /** The ways that witnesses have it where they differ, with the number of voices, most first. */
  readonly ways: readonly { readonly marks: string; readonly voices: number }[]
}

/** The marks of a work by place, and the reading text that they stand in. */
export interface MarkedWork {
  readonly work: CollatedWork
  readonly lemma: readonly LemmaCharacter[]
  readonly readings: readonly Locus['readings'][]
}

/** Signs that are set in several ways: all dashes are one, as people write them, and so are both apostrophes. */
const SIGNS: readonly (readonly [Convention['sign'], RegExp])[] = [
  ['dash', /[-\u2010-\u2015\u2212\uFF0D～]+/gu],
  ['apostrophe', /['’＇]/gu],
  ['comma', /[,，]/gu],
]
/** Signs that are one between figures or words alone: in Chinese text ～ is no dash, nor ’ an apostrophe. */
const WITHIN = /[～'’＇,，]/u

/**
 * Lets marks that differ by a convention alone be no locus: `3—5` and `3-5`, `——` and `—`, `don’t` and `don't`. The way
 * that most voices have where they differ stands in the whole edition; of as many, that of the base text.
 */
export function inOneConvention(
  works: readonly MarkedWork[],
  voices: Voices,
): { readonly works: readonly MarkedWork[]; readonly conventions: readonly Convention[] } {
  const ways = new Map<string, Map<string, number>>()
  for (const { work, lemma, readings } of works) {
    for (const [place, marks] of readings.entries()) {
      const kind = kindOf(marks, lemma, place)
      if (kind === undefined) continue
      const known = ways.get(kind) ?? new Map<string, number>()
      for (const { text, witnesses } of marks) {
        const way = wayOf(kind, text)
        const heard = new Set(witnesses.map((w) => voices.of(work, w))).size
        known.set(way, (known.get(way) ?? 0) + heard)
      }
      ways.set(kind, known)
    }
  }
  const conventions = [...ways].map(([kind, known]) => conventionOf(kind, known))
  const chosen = new Map(conventions.map((c) => [`${c.sign} ${c.setting}`, c.chosen]))
  return {
    conventions: conventions.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    works: works.map((marked) => ({ ...marked, readings: unified(marked, chosen) })),
  }
}

const keyOf = ({ sign, setting }: Convention): string => `${sign} ${setting}`

function conventionOf(kind: string, known: ReadonlyMap<string, number>): Convention {
  const [sign, setting] = kind.split(' ') as [Convention['sign'], Setting]
  const ways = [...known]
    .map(([marks, count]) => ({ marks, voices: count }))
    .toSorted((a, b) => b.voices - a.voices)
  return { sign, setting, chosen: ways[0]?.marks ?? '', ways }
}

function unified(
  { lemma, readings }: MarkedWork,
  chosen: ReadonlyMap<string, string>,
): readonly Locus['readings'][] {
  return readings.map((marks, place) => {
    const kind = kindOf(marks, lemma, place)
    const [first] = marks
    if (kind === undefined || first === undefined) return marks
    const text = first.text.replaceAll(signOf(kind), chosen.get(kind) ?? '')
    return [{ text, witnesses: marks.flatMap(({ witnesses }) => witnesses) }]
  })
}

const signOf = (kind: string): RegExp =>
  SIGNS.find(([name]) => kind.startsWith(name))?.[1] ?? /(?!)/gu

const wayOf = (kind: string, text: string): string => text.match(signOf(kind))?.[0] ?? ''

/** The sign, with its setting, by whose ways alone the marks at a place differ; undefined where they differ by more. */
function kindOf(
  marks: Locus['readings'],
  lemma: readonly LemmaCharacter[],
  place: number,
): string | undefined {
  if (marks.length < 2) return undefined
  const setting = settingOf(lemma[place - 1]?.t ?? '', lemma[place]?.t ?? '')
  for (const [sign, ways] of SIGNS) {
    if (setting === 'text' && marks.some(({ text }) => WITHIN.test(text))) continue
    const rests = new Set(marks.map(({ text }) => text.replaceAll(ways, '\uFFFC')))
    const [rest] = rests
    if (rests.size === 1 && rest?.split('\uFFFC').length === 2) return `${sign} ${setting}`
  }
  return undefined
}

function settingOf(before: string, after: string): Setting {
  if (/^[\p{N}%]/u.test(before) && /^\p{N}/u.test(after)) return 'figures'
  return isWord(before) && isWord(after) ? 'words' : 'text'
}

const isWord = (character: string): boolean =>
  /^[\p{L}\p{N}]/u.test(character) && !/^[\p{Script=Han}\p{Script=Hiragana}]/u.test(character)
