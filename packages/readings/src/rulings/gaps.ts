import { type CollatedWork, type Decision, fault, warning } from '@huijiao/model'
import type { VFileMessage } from 'vfile-message'
import { type Gap, type Gaps, gapsOf } from '../loci/gaps.ts'
import { lemmaOf } from '../loci/lemma.ts'
import { placeOfRuling, unplaced } from './complain.ts'
import { keysOfText, occurrences, streamsOf } from './locate.ts'
import type { Ruling } from './ruling.ts'

/**
 * Where text is missing in a work, by the sources and by the editor's word, which wins. Reports, at the ruling's
 * line and column, one that matches nothing or more than one place, denies a gap where none is known, or says
 * something else than another.
 *
 * @param rulings those on gaps.
 */
export function ruleGaps(
  work: CollatedWork,
  decisions: readonly Decision[],
  rulings: readonly Ruling[],
  messages: VFileMessage[],
): Gaps {
  const content = decisions.filter((d) => d.locus.layer === 'content')
  const gaps = gapsOf(work, lemmaOf(work, content))
  if (rulings.length === 0) return gaps
  const text = streamsOf(work, content).at(-1)
  const seen = new Map<number, Ruling>()
  for (const ruling of rulings) {
    const before = keysOfText(ruling.before)
    const keys = [...before, ...keysOfText(ruling.after)]
    const places = text === undefined ? [] : occurrences(text, keys)
    const [found] = places
    if (found === undefined || places.length > 1) {
      messages.push(unplaced(ruling, places.length))
      continue
    }
    const at = found + before.length
    const other = seen.get(at)
    if (other !== undefined) {
      messages.push(twice(ruling, other))
      continue
    }
    seen.set(at, ruling)
    if (ruling.gap === 'missing') gaps.set(at, gapOf(ruling))
    else if (!gaps.delete(at)) messages.push(unknown(ruling))
  }
  return gaps
}

const gapOf = ({ extent, note }: Ruling): Gap => ({
  evidence: [],
  ruling: note,
  ...(extent === undefined ? {} : { extent }),
})

function twice(ruling: Ruling, other: Ruling): VFileMessage {
  const same = ruling.gap === other.gap && ruling.extent === other.extent
  const place = placeOfRuling(ruling)
  const [before, said] = [`gap: ${other.gap}`, `gap: ${ruling.gap}`]
  return same
    ? warning('ruling-repeated', place, { ruling: said })
    : fault('ruling-contradiction', place, { before, ruling: said })
}

const unknown = (ruling: Ruling): VFileMessage =>
  fault('ruling-no-gap', placeOfRuling(ruling), { locus: `${ruling.before}{}${ruling.after}` })
