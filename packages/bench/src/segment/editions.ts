import { isRight, judgeEdition, type MadeEdition, makeEdition, type Verdict } from '@huijiao/noise'
import { readSource } from '@huijiao/parse'
import { segment } from '@huijiao/segment'

/** How the editions of some seeds came out. */
export interface EditionScore {
  readonly editions: number
  readonly right: number
  /** The seeds that came out wrong, with what was wrong. */
  readonly wrong: readonly {
    readonly seed: number
    readonly edition: MadeEdition
    readonly verdict: Verdict
  }[]
}

const SIGLA = '甲乙丙丁戊己庚'

/** Segments made editions, all of whose copies are in order, without any help, and judges them. */
export function editionScore(seeds: readonly number[]): EditionScore {
  const judged = seeds.map((seed) => {
    const edition = makeEdition(seed)
    const sources = edition.copies.flatMap((files, copy) =>
      files.map(({ name, text }) =>
        readSource(name, SIGLA[copy] ?? '本', new TextEncoder().encode(text)),
      ),
    )
    return { seed, edition, verdict: judgeEdition(edition, segment(sources, null)) }
  })
  const wrong = judged.filter(({ verdict }) => !isRight(verdict))
  return { editions: judged.length, right: judged.length - wrong.length, wrong }
}

/** @example toldOf(score) // 5003 single novel × 4: 3 works for 1, 210 misplaced */
export function toldOf({ wrong }: EditionScore): string[] {
  return wrong.map(({ seed, edition, verdict }) => {
    const genres = [...new Set(edition.works.map(({ genre }) => genre))].join(' ')
    const { found, lost, misplaced, disordered, gaps, doubled, foreign } = verdict
    const counts = Object.entries({ misplaced, lost, disordered, gaps, doubled, foreign })
    const told = counts.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`)
    return `${seed} ${edition.arrangement} ${genres} × ${edition.copies.length}: ${[`${found} works for ${verdict.true}`, ...told].join(', ')}`
  })
}
