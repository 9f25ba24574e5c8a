import { type Lacuna, lacuna, type Phrasing, type Text, text } from '@huijiao/ast'
import type { CollatedWork, Division, LemmaCharacter } from '@huijiao/model'
import type { Gap } from '@huijiao/readings'
import { isIllegible } from '@huijiao/text'
import { attest, continuesRun } from './attest.ts'
import { entry } from './entry.ts'
import { isGuessed } from './guessed.ts'
import { type Mark, markAfter, markBefore } from './marks.ts'
import type { Material } from './material.ts'
import type { CalledNote } from './source-notes.ts'

const gapNode = ({ ruling, extent }: Gap): Lacuna =>
  lacuna({
    ...(extent === undefined ? {} : { extent }),
    ...(ruling === undefined ? {} : { reason: ruling.reason }),
    ...(ruling?.citation === undefined ? {} : { citation: ruling.citation }),
  })

/** The text of a block before its nodes are made, and where in it each character stands (UTF-16 units). */
export function plainText(
  written: Pick<Material, 'lemma' | 'slots'>,
  division: Division,
): { text: string; ends: number[] } {
  const material = { ...written, cuts: new Set<number>() }
  let text = markBefore(material, division).text
  const ends: number[] = []
  for (let at = division.start; at < division.end; at += 1) {
    text += material.lemma[at]?.t ?? ''
    ends.push(text.length)
    text += markAfter(material, division, at).text
  }
  return { text, ends }
}

/** The content of one block: runs with their witnesses, entries, gaps. */
export function inlineOf(material: Material, division: Division): Phrasing[] {
  const { lemma } = material
  const out: Phrasing[] = []
  const omissions = omittedUnits(material, division)
  let at = division.start
  while (at < division.end) {
    const gap = material.gaps.get(at)
    if (gap !== undefined && at > division.start) out.push(gapNode(gap))
    for (const unit of omissions.get(at) ?? []) pushEntry(out, material, unit, [])
    if (at === division.start) {
      if (gap !== undefined) out.push(gapNode(gap))
      pushMark(out, material, markBefore(material, division))
    }
    const unit = lemma[at]?.unit ?? 0
    const decision = material.decisions.get(unit)
    const end =
      decision === undefined ? runEnd(material, division, at) : unitEnd(material, division, at)
    const children = runs(material, division, at, end)
    if (decision === undefined) out.push(...children)
    else pushEntry(out, material, unit, children, lemma[at - 1]?.unit === unit)
    const calls = callsIn(material, at + 1, end)
    out.push(...calls.flatMap(({ beforeMarks, call }) => (beforeMarks ? [call] : [])))
    const mark = markAfter(material, division, end - 1)
    // The space that a copyist left for what is missing is told by the gap itself.
    const blank = mark.decision === undefined && mark.text.trim() === ''
    if (!blank || !material.gaps.has(end)) pushMark(out, material, mark)
    out.push(...calls.flatMap(({ beforeMarks, call }) => (beforeMarks ? [] : [call])))
    at = end
  }
  for (const unit of omissions.get(division.end) ?? []) pushEntry(out, material, unit, [])
  const last = division.end === lemma.length ? material.gaps.get(lemma.length) : undefined
  if (last !== undefined) out.push(gapNode(last))
  return mergeText(out)
}

/**
 * Decided units without a character in the reading text, by the index of the character they stand before. Between two
 * blocks they belong to the one in which the base text, or the next witness that has them, goes on with them.
 */
function omittedUnits(
  material: Material,
  { start, end }: Division,
): ReadonlyMap<number, readonly number[]> {
  const empty = emptyPlaces(material)
  const found = new Map<number, readonly number[]>()
  for (let place = start; place <= end; place += 1) {
    const units = (empty.get(place) ?? []).filter((unit) => {
      if (place === start && start > 0) return !closes(material.work, unit)
      return place < end || end === material.lemma.length || closes(material.work, unit)
    })
    if (units.length > 0) found.set(place, units)
  }
  return found
}

/** Whether a witness that has something there has it in one block with what it has before, and not with what follows. */
function closes({ witnesses, units, preference }: CollatedWork, unit: number): boolean {
  const { spans = [] } = units[unit] ?? {}
  const witness = preference.find((w) => (spans[w]?.[1] ?? 0) > (spans[w]?.[0] ?? 0))
  if (witness === undefined) return false
  const [start, end] = spans[witness] ?? [0, 0]
  const blockAt = (at: number): number | undefined => witnesses[witness]?.tokens[at]?.block
  return blockAt(start - 1) === blockAt(start) && blockAt(end) !== blockAt(end - 1)
}

/** The notes that are called after the characters up to `end`, the first of them after the one before `start`. */
const callsIn = ({ calls }: Material, start: number, end: number): readonly CalledNote[] =>
  Array.from({ length: end - start + 1 }, (_, k) => calls.get(start + k) ?? []).flat()

/** A run of agreed characters ends before a decided unit, a mark with a decision, a gap or an omission. */
function runEnd(material: Material, division: Division, start: number): number {
  const { decisions, lemma, slots, gaps } = material
  const emptied = emptyPlaces(material)
  let at = start + 1
  while (
    at < division.end &&
    !decisions.has(lemma[at]?.unit ?? 0) &&
    slots[at]?.decision === undefined &&
    !gaps.has(at) &&
    !material.cuts.has(at) &&
    !material.calls.has(at) &&
    !emptied.has(at)
  ) {
    at += 1
  }
  return at
}

type Places = ReadonlyMap<number, readonly number[]>

const emptyCache = new WeakMap<Material, Places>()

/** Decided units without a character in the reading text, in order, by the index that they stand before. */
function emptyPlaces(material: Material): Places {
  const known = emptyCache.get(material)
  if (known !== undefined) return known
  const places = new Map<number, number[]>()
  for (const unit of [...material.decisions.keys()].sort((a, b) => a - b)) {
    const place = material.unitStart[unit] ?? 0
    if (material.lemma[place]?.unit === unit) continue
    const units = places.get(place)
    if (units === undefined) places.set(place, [unit])
    else units.push(unit)
  }
  emptyCache.set(material, places)
  return places
}

function unitEnd({ lemma, gaps }: Material, division: Division, start: number): number {
  let at = start + 1
  while (at < division.end && lemma[at]?.unit === lemma[start]?.unit && !gaps.has(at)) at += 1
  return at
}

/**
 * Text from characters `start` to `end`, punctuation between them included, after the last one not; gaps for the signs
 * of what no witness has.
 */
function runs(
  material: Material,
  division: Division,
  start: number,
  end: number,
): (Text | Lacuna)[] {
  const { work, sources, lemma } = material
  const out: (Text | Lacuna)[] = []
  let from = start
  for (let at = start + 1; at <= end; at += 1) {
    const [left, right] = [lemma[at - 1], lemma[at]]
    const goes =
      at < end &&
      left !== undefined &&
      right !== undefined &&
      isIllegible(left.t) === isIllegible(right.t) &&
      isGuessed(work, left) === isGuessed(work, right) &&
      !(isIllegible(left.t) && markAfter(material, division, at - 1).text !== '') &&
      continuesRun(work, sources, left, right)
    if (goes) continue
    const run = lemma.slice(from, at)
    const marks = run.map((_, k) =>
      from + k < end - 1 ? markAfter(material, division, from + k).text : '',
    )
    if (isIllegible(run[0]?.t ?? '')) {
      out.push({
        ...lacuna({ quantity: run.length }),
        data: { attestations: attest(work, sources, run) },
      })
      if (marks.at(-1) !== '') out.push(text(marks.at(-1) ?? ''))
    } else out.push(written(material, run, marks))
    from = at
  }
  return out
}

/** A run of text with the marks after its characters. */
function written(
  { work, sources }: Material,
  run: readonly LemmaCharacter[],
  marks: readonly string[],
): Text {
  const node = text(run.map((c, k) => c.t + marks[k]).join(''), attest(work, sources, run))
  const [first] = run
  return first !== undefined && isGuessed(work, first)
    ? { ...node, data: { ...node.data, guessed: true } }
    : node
}

function pushEntry(
  out: Phrasing[],
  material: Material,
  unit: number,
  children: (Text | Lacuna)[],
  continued = false,
): void {
  const decision = material.decisions.get(unit)
  if (decision === undefined) return
  const id = material.ids.get(decision.locus) ?? `${material.work.spec.id}-u${unit}`
  if (!continued) {
    out.push(entry(material, decision, { id }, children))
    return
  }
  const part = (material.parts.get(id) ?? 1) + 1
  material.parts.set(id, part)
  out.push(entry(material, decision, { id: `${id}-part${part}`, continues: id }, children))
}

function pushMark(out: Phrasing[], material: Material, mark: Mark): void {
  if (mark.decision === undefined) {
    if (mark.text !== '') out.push(text(mark.text))
    return
  }
  const id = material.ids.get(mark.decision.locus) ?? ''
  const lemma = mark.text === '' ? [] : [text(mark.text)]
  out.push(entry(material, mark.decision, { id }, lemma))
}

/** Joins a mark that nothing was decided on to the run before it. */
function mergeText(nodes: readonly Phrasing[]): Phrasing[] {
  const out: Phrasing[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (node.type === 'text' && node.data === undefined && last?.type === 'text') {
      out[out.length - 1] = { ...last, value: last.value + node.value }
    } else out.push(node)
  }
  return out
}
