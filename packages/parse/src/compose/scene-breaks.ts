import type { CollatedWork, Division, LemmaCharacter } from '@huijiao/model'
import { firstToken } from '@huijiao/readings'
import { isWordless } from '@huijiao/text'
import type { Sources } from './attest.ts'

/** Ornaments that part scenes, alone or in a row: ※ ※ ※, * * *, ◇, ❀. */
const ORNAMENTS = /^(?:[※*＊✱✳⁂◇◆☆★○●◎△▲□■♦❀❁✿#＃·•]\s*){1,9}$/u
/** A rule, which may be the page's as well as the text's. */
const RULE = /^(?:[-—–－─━=＝_＿~～]\s*){3,}$/u

/** What a witness has between two blocks. */
type Parting = 'ornament' | 'rule' | 'nothing'

/**
 * The blocks before which the text pauses (a scene ends), by index: where half of the witnesses that have both sides
 * set an ornament between them, or all of them an ornament or a rule. Parts with headings pause of themselves.
 */
export function sceneBreaks(
  work: CollatedWork,
  sources: Sources,
  lemma: readonly LemmaCharacter[],
  divisions: readonly Division[],
): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [index, { start, role }] of divisions.entries()) {
    const before = divisions[index - 1]?.role
    if (role === 'heading' || before === undefined || HEADS.has(before)) continue
    const partings = work.witnesses.flatMap((_, w) => partingAt(work, sources, lemma, start, w))
    const ornaments = partings.filter((parting) => parting === 'ornament').length
    const all = partings.length > 0 && partings.every((parting) => parting !== 'nothing')
    if (all || (ornaments > 0 && 2 * ornaments >= partings.length)) found.add(index)
  }
  return found
}

const HEADS: ReadonlySet<string> = new Set(['title', 'subtitle', 'byline', 'dateline', 'heading'])

/** What stands in a witness before the block that begins at `start`; nothing where it has not both sides, in order. */
function partingAt(
  work: CollatedWork,
  sources: Sources,
  lemma: readonly LemmaCharacter[],
  start: number,
  w: number,
): Parting[] {
  const witness = work.witnesses[w]
  const source = sources.get(witness?.file ?? '')
  const token = firstToken(work, lemma, start, w)
  const [before, after] = [witness?.tokens[token - 1], witness?.tokens[token]]
  if (source === undefined || before === undefined || after === undefined) return []
  if (before.at >= after.at) return []
  const between = source.points.slice(before.at + 1, after.at).join('')
  const lines = between
    .split(/[\n\r\f]/u)
    .slice(1, -1)
    .map((line) => line.trim())
  const marks = lines.filter((line) => line !== '' && !isWordless(line))
  if (marks.some((line) => ORNAMENTS.test(line))) return ['ornament']
  return [marks.some((line) => RULE.test(line)) ? 'rule' : 'nothing']
}
