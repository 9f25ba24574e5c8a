import type { Source, WorkSpec } from '@huijiao/model'
import { isRight, judgeEdition, type MadeEdition, makeEdition, type Verdict } from '@huijiao/noise'
import { readSource } from '@huijiao/readers'
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

/** What an editor would write: which files are which work; null where a file holds several. */
export function filesOf({ arrangement, works, copies }: MadeEdition): WorkSpec[] | null {
  if (arrangement === 'one-file' || arrangement === 'newspaper') return null
  const whole = arrangement !== 'a-file-each'
  return works.map(({ blocks }, index) => {
    const own = copies.flatMap((files) => files[index]?.name ?? [])
    return {
      id: `w${index + 1}`,
      title: blocks[0]?.text ?? '',
      supplied: false,
      placement: 'body',
      files: { names: whole ? 'all' : own, line: 1, column: 1 },
    }
  })
}

/**
 * Segments made editions, all of whose copies are in order, and judges them.
 *
 * @param help gives the works that the editor names; editions for which it gives null are left out
 */
export function editionScore(
  seeds: readonly number[],
  help?: (edition: MadeEdition) => WorkSpec[] | null,
): EditionScore {
  const judged = seeds.flatMap((seed) => {
    const edition = makeEdition(seed)
    const specs = help === undefined ? null : help(edition)
    if (help !== undefined && specs === null) return []
    return [{ seed, edition, verdict: judgeEdition(edition, segment(sourcesOf(edition), specs)) }]
  })
  const wrong = judged.filter(({ verdict }) => !isRight(verdict))
  return { editions: judged.length, right: judged.length - wrong.length, wrong }
}

function sourcesOf({ copies }: MadeEdition): Source[] {
  return copies.flatMap((files, copy) =>
    files.map(({ name, text }) =>
      readSource(name, SIGLA[copy] ?? '本', new TextEncoder().encode(text)),
    ),
  )
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
