import { type SourceNote, type SourceNoteCall, sourceNote, sourceNoteCall } from '@huijiao/ast'
import type { CollatedWork, LemmaCharacter, Source } from '@huijiao/model'
import { fold } from '@huijiao/text'
import type { Sources } from './attest.ts'

/** Where a note of the sources is called in the reading text. */
export interface CalledNote {
  /** Index of the lemma character that it stands before. */
  readonly at: number
  /** Whether it stands before the marks there. */
  readonly beforeMarks: boolean
  readonly call: SourceNoteCall
}

/** The notes of a work's sources: their calls in the order of the text, and the notes as they follow it. */
export interface SourceNotes {
  readonly calls: readonly CalledNote[]
  readonly notes: readonly SourceNote[]
}

interface Found extends Pick<CalledNote, 'at' | 'beforeMarks'> {
  readonly words: string
  readonly siglum: string
  readonly rank: number
}

/**
 * The notes that the sources of a work print (原注), numbered ① ② in the order of the text. What several witnesses
 * note at one place in the same words is one note; a note that not all witnesses have says whose it is.
 */
export function sourceNotesOf(
  work: CollatedWork,
  sources: Sources,
  lemma: readonly LemmaCharacter[],
): SourceNotes {
  const found = work.preference
    .flatMap((w, rank) => notesOfWitness(work, w, rank, sources, lemma))
    .toSorted((a, b) => a.at - b.at || a.rank - b.rank)
  const same = new Map<string, Found[]>()
  for (const note of found) {
    const key = `${note.at} ${fold(note.words)}`
    same.set(key, [...(same.get(key) ?? []), note])
  }
  const all = new Set(work.witnesses.flatMap((w) => (w.tokens.length > 0 ? [w.siglum] : [])))
  const merged = [...same.values()].flatMap((notes) => {
    const [first] = notes
    if (first === undefined) return []
    const sigla = [...new Set(notes.map(({ siglum }) => siglum))].toSorted()
    return [{ ...first, sigla: sigla.length < all.size ? sigla : [] }]
  })
  return {
    calls: merged.map(({ at, beforeMarks }, n) => ({
      at,
      beforeMarks,
      call: sourceNoteCall(idOf(work, n), signOf(n)),
    })),
    notes: merged.map(({ words, sigla }, n) => {
      const note = sourceNote(idOf(work, n), `${signOf(n)}${words}`)
      return sigla.length === 0 ? note : { ...note, sigla }
    }),
  }
}

const idOf = (work: CollatedWork, n: number): string => `${work.spec.id}-note${n + 1}`

/** ① to ⑳ and ㉑ to ㊿ (GB/T 15834—2011, 注码), then (51): the book’s own entries have other marks. */
function signOf(n: number): string {
  if (n < 20) return String.fromCodePoint(0x2460 + n)
  if (n < 35) return String.fromCodePoint(0x3251 + n - 20)
  return n < 50 ? String.fromCodePoint(0x32b1 + n - 35) : `(${n + 1})`
}

function notesOfWitness(
  work: CollatedWork,
  w: number,
  rank: number,
  sources: Sources,
  lemma: readonly LemmaCharacter[],
): Found[] {
  const witness = work.witnesses[w]
  const source = sources.get(witness?.file ?? '')
  if (witness === undefined || source === undefined) return []
  const places = placesOf(lemma, w)
  return calledNotes(source).flatMap(({ at, words }) => {
    const spans = witness.text.blocks.flatMap(({ parts }) => parts)
    if (!spans.some(({ start, end }) => at >= start && at <= end)) return []
    const next = witness.tokens.findIndex((token) => token.at >= at)
    const before = (next < 0 ? witness.tokens.length : next) - 1
    const token = witness.tokens[before]
    const place = lastPlace(places, before)
    if (token === undefined || place === undefined) return []
    const beforeMarks = !token.after.some((mark) => mark.at < at && mark.t.trim() !== '')
    return [{ at: place + 1, beforeMarks, words, siglum: witness.siglum, rank }]
  })
}

/** The calls of a source that lead to a note in it, each with its place in the text and the words of the note. */
function calledNotes(source: Source): readonly { readonly at: number; words: string }[] {
  const asides = source.map?.asides ?? []
  const words = new Map(
    asides.flatMap(({ note }) =>
      note?.words === undefined ? [] : [[note.id, note.words] as const],
    ),
  )
  return asides.flatMap(({ at, note }) => {
    const said = note === undefined || note.words !== undefined ? undefined : words.get(note.id)
    return said === undefined || said === '' ? [] : [{ at, words: said }]
  })
}

/** By token of a witness the index of the lemma character that it stands for. */
function placesOf(lemma: readonly LemmaCharacter[], w: number): ReadonlyMap<number, number> {
  return new Map(
    lemma.flatMap(({ tokens }, at) => {
      const token = tokens[w] ?? -1
      return token < 0 ? [] : [[token, at] as const]
    }),
  )
}

/** The place of a token, or of the last one before it that the text has. */
function lastPlace(places: ReadonlyMap<number, number>, token: number): number | undefined {
  for (let at = token; at >= 0; at -= 1) {
    const place = places.get(at)
    if (place !== undefined) return place
  }
  return undefined
}
