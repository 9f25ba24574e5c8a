import { type Work, work as workNode } from '@huijiao/ast'
import type { CollatedWork, Decision, Division, LemmaCharacter, Locus } from '@huijiao/model'
import { type Decided, lemmaOf, type PunctuationSlot } from '@huijiao/readings'
import type { Sources } from './attest.ts'
import { blockSlots } from './boundaries.ts'
import { divide } from './divide.ts'
import { inlineOf, plainText } from './inline.ts'
import type { Material } from './material.ts'
import { datelineLength } from './run-in.ts'
import { type CalledNote, sourceNotesOf } from './source-notes.ts'
import { sceneBreaks } from './scene-breaks.ts'
import { structure } from './structure.ts'
import { titleSlots } from './title.ts'

/** Composes the tree of one work from its alignment and the decisions on it. */
export function composeWork(
  work: CollatedWork,
  sources: Sources,
  decided: Pick<Decided, 'decisions' | 'punctuation' | 'gaps'>,
  ids: ReadonlyMap<Locus, string>,
): Work {
  const own = decided.decisions.filter((d) => d.locus.work === work.spec.id)
  const content = own.filter((d) => d.locus.layer === 'content')
  const lemma = lemmaOf(work, content)
  const divisions = divide(work, lemma)
  const slots = titleSlots(
    work.spec,
    lemma,
    divisions,
    blockSlots(work, lemma, divisions, decided.punctuation.get(work.spec.id) ?? []),
  )
  const notes = sourceNotesOf(work, sources, lemma)
  const material: Material = {
    work,
    sources,
    lemma,
    slots,
    decisions: new Map<number, Decision>(content.map((d) => [d.locus.unit, d])),
    ids,
    unitStart: firstAtOrAfter(work.units.length, lemma),
    gaps: decided.gaps.get(work.spec.id) ?? new Map(),
    cuts: datelineEnds(lemma, slots, divisions),
    calls: byPlace(notes.calls),
    parts: new Map(),
  }
  const breaks = sceneBreaks(work, sources, lemma, divisions)
  const blocks = divisions.map((d, index) => ({
    afterBreak: breaks.has(index),
    role: d.role,
    depth: d.depth,
    first: d.first,
    content: inlineOf(material, d),
  }))
  const sigla = new Set(work.witnesses.filter((w) => w.tokens.length > 0).map((w) => w.siglum))
  const base = work.witnesses[work.base]?.siglum
  return workNode(work.spec.id, [...structure(work.spec, blocks), ...notes.notes], {
    placement: work.spec.placement,
    sigla: [...sigla].toSorted(),
    ...(base === undefined || sigla.size < 2 ? {} : { base }),
    recensions: work.recensions,
    ...(work.spec.shortTitle === undefined ? {} : { shortTitle: work.spec.shortTitle }),
    ...(work.spec.lacks === undefined ? {} : { lacks: [...work.spec.lacks] }),
  })
}

function byPlace(calls: readonly CalledNote[]): ReadonlyMap<number, readonly CalledNote[]> {
  const places = new Map<number, CalledNote[]>()
  for (const call of calls) places.set(call.at, [...(places.get(call.at) ?? []), call])
  return places
}

/** For each unit the index of the first lemma character that stands in it or after it. */
function firstAtOrAfter(units: number, lemma: readonly { readonly unit: number }[]): number[] {
  const first = Array.from({ length: units }, () => lemma.length)
  for (const [at, c] of lemma.entries()) first[c.unit] = Math.min(first[c.unit] ?? at, at)
  for (let u = units - 2; u >= 0; u -= 1) {
    first[u] = Math.min(first[u] ?? lemma.length, first[u + 1] ?? lemma.length)
  }
  return first
}

/** Where run-in datelines end, by index of the character that follows. */
function datelineEnds(
  lemma: readonly LemmaCharacter[],
  slots: readonly PunctuationSlot[],
  divisions: readonly Division[],
): Set<number> {
  return new Set(
    divisions.flatMap((division) => {
      if (division.role !== 'paragraph') return []
      const { text, ends } = plainText({ lemma, slots }, division)
      const length = datelineLength(text)
      if (length === 0) return []
      const inside = ends.filter((end) => end <= length).length
      return [division.start + inside]
    }),
  )
}
