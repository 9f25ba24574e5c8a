import type { BlockRole, CollatedWork, Division, LemmaCharacter } from '@huijiao/model'
import { firstToken, lastToken } from '@huijiao/readings'

interface Vote {
  readonly starts: boolean
  /** The witness also has the character before, so that nothing of its own lies between. */
  readonly adjacent: boolean
  readonly witness: number
}

/**
 * Divides the reading text into blocks. Of the witnesses that have both characters at a place, the greater
 * number of files says whether a block begins there; on a tie the one preferred as base text.
 */
export function divide(work: CollatedWork, lemma: readonly LemmaCharacter[]): Division[] {
  const rank = new Map(work.preference.map((w, r) => [w, r]))
  const starts = lemma.flatMap((_, i) => (i === 0 || beginsBlock(work, lemma, i, rank) ? [i] : []))
  return starts.map((start, k) => ({
    ...roleAt(work, lemma, start, rank),
    start,
    end: starts[k + 1] ?? lemma.length,
  }))
}

function votesAt(work: CollatedWork, lemma: readonly LemmaCharacter[], i: number): Vote[] {
  return work.witnesses.flatMap((w, witness) => {
    const token = firstToken(work, lemma, i, witness)
    if (token < 0) return []
    const before = lastToken(work, lemma, i - 1, witness)
    const adjacent = token > 0 && before === token - 1
    // What the text leaves out of a witness may have stood at the head of its block.
    const from = before >= 0 && before < token ? before : token - 1
    return [{ starts: w.tokens[token]?.block !== w.tokens[from]?.block, adjacent, witness }]
  })
}

function beginsBlock(
  work: CollatedWork,
  lemma: readonly LemmaCharacter[],
  i: number,
  rank: ReadonlyMap<number, number>,
): boolean {
  const votes = votesAt(work, lemma, i)
  const adjacent = votes.filter((v) => v.adjacent)
  const electors = (adjacent.length > 0 ? adjacent : votes).toSorted(byRank(rank))
  const yes = electors.filter((v) => v.starts).length
  const no = electors.length - yes
  return adjacent.length > 0 && yes !== no ? yes > no : (electors[0]?.starts ?? false)
}

const byRank =
  (rank: ReadonlyMap<number, number>) =>
  (a: Vote, b: Vote): number =>
    (rank.get(a.witness) ?? 0) - (rank.get(b.witness) ?? 0)

/** What most witnesses take the block for; a special kind of block before a plain paragraph. */
function roleAt(
  work: CollatedWork,
  lemma: readonly LemmaCharacter[],
  start: number,
  rank: ReadonlyMap<number, number>,
): Omit<Division, 'start' | 'end'> {
  const candidates = votesAt(work, lemma, start)
    .toSorted((a, b) => Number(b.starts) - Number(a.starts) || byRank(rank)(a, b))
    .map((v) => {
      const token = work.witnesses[v.witness]?.tokens[firstToken(work, lemma, start, v.witness)]
      const block = work.witnesses[v.witness]?.text.blocks[token?.block ?? -1]
      return {
        role: block?.role ?? 'paragraph',
        depth: block?.depth ?? 2,
        first: block?.first === true,
        starts: v.starts,
      }
    })
  const electors = candidates.some((c) => c.starts)
    ? candidates.filter((c) => c.starts)
    : candidates
  const count = new Map<BlockRole, number>()
  for (const c of electors) count.set(c.role, (count.get(c.role) ?? 0) + 1)
  const best = electors.toSorted(
    (a, b) =>
      (count.get(b.role) ?? 0) - (count.get(a.role) ?? 0) ||
      Number(a.role === 'paragraph') - Number(b.role === 'paragraph'),
  )[0]
  const role = best?.role ?? 'paragraph'
  const alike = electors.filter((c) => c.role === role)
  return {
    role,
    depth: best?.depth ?? 2,
    first: 2 * alike.filter((c) => c.first).length >= Math.max(1, alike.length),
  }
}
