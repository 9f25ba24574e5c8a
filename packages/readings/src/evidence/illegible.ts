import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import { isIllegible } from '@huijiao/text'
import type { Candidate, EvidenceContext } from '../types.ts'

/** No other evidence can make a sign for what could not be read into text: the most that all of it weighs. */
const CERTAIN = 20

/**
 * Nats for each ？ that stands where others have a character. A lossy conversion sets it, but a misreading may as well
 * have put a character for a question mark: odds of seven to one, so that no majority is overruled, and only several at
 * once are a firm reason.
 */
const ASKED = 2

/**
 * 对校: a sign for an illegible character (□) says only that one stood here; a witness that has a character says which.
 * A ？ for each character of the others may be such a sign. A damaged byte does not say even that: against it stands a
 * witness that has nothing there.
 *
 * 桥是□隆年间 ｜ 桥是乾隆年间 → 乾
 */
export function illegible(locus: Locus, { candidates, work }: EvidenceContext): Evidence[] {
  const damaged = ({ witnesses }: Candidate): boolean =>
    witnesses.every((w) => {
      const [start, end] = work.units[locus.unit]?.spans[w] ?? [0, 0]
      const tokens = work.witnesses[w]?.tokens.slice(start, end) ?? []
      return tokens.length > 0 && tokens.every((token) => token.damaged === true)
    })
  const signs = candidates.filter((c) => isSign(c) || askedIn(c, candidates) > 0)
  if (signs.length === 0) return []
  const read = candidates.filter((c) => c.text !== '' && !signs.includes(c))
  // Of signs alone the one that can only be a sign stands.
  const plain = read.length > 0 ? read : signs.filter((c) => c.text !== '')
  const nothing = signs.every(damaged) ? candidates.filter(({ text }) => text === '') : []
  const better = nothing.length > 0 && read.length === 0 ? nothing : plain
  if (better.length === candidates.length) return []
  const weight = signs.some(isSign)
    ? CERTAIN
    : Math.min(CERTAIN, ...signs.map((c) => ASKED * askedIn(c, candidates)))
  return better.map(({ text }) => ({
    method: '对校',
    supports: text,
    weight,
    reason: { kind: 'illegible' },
    places: [],
  }))
}

/** A reading with a sign for what could not be read. */
const isSign = ({ text }: Candidate): boolean => Array.from(text).some(isIllegible)

/** Number of ？ that stand in the place of a reading, one for each character that another has; 0 where they may be marks. */
function askedIn({ text, marks: [before] }: Candidate, all: readonly Candidate[]): number {
  const asked = text === '' ? (/？+/u.exec(before)?.[0].length ?? 0) : 0
  const answered = all.some(
    ({ text: other, marks }) =>
      Array.from(other).length === asked && !marks.some((mark) => mark.includes('？')),
  )
  return answered ? asked : 0
}
