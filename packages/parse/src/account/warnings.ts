import { type CollatedWork, fault, warning } from '@huijiao/model'
import type { Decided } from '@huijiao/readings'
import { scriptOf, scriptOfLanguage } from '@huijiao/text'
import type { VFileMessage } from 'vfile-message'
import type { EditionConfig } from '../config/edition.ts'

/** What an editor should know of an edition that could be made. */
export const warningsOf = (
  config: EditionConfig,
  works: readonly CollatedWork[],
  decided: Decided,
): VFileMessage[] => [
  ...absentWorks(config, works),
  ...otherScripts(config, works),
  ...sharedErrors(decided),
]

/** Breaches of one rule that are named; one cause breaks a rule at many places. */
const NAMED = 5

/** The first breaches of each rule, and how many more there are. */
export function named(breaches: readonly VFileMessage[]): VFileMessage[] {
  const rules = [...new Set(breaches.map((m) => m.ruleId))]
  return rules.flatMap((rule) => {
    const same = breaches.filter((m) => m.ruleId === rule)
    const [next] = same.slice(NAMED)
    if (next === undefined) return same
    const place = { file: next.file ?? '', line: next.line, column: next.column }
    const count = same.length - NAMED
    return [...same.slice(0, NAMED), fault('more-breaches', place, { rule: rule ?? '', count })]
  })
}

/** Works that the edition names and no source has: their pages will hold a title alone. */
function absentWorks(config: EditionConfig, works: readonly CollatedWork[]): VFileMessage[] {
  return config.works
    .filter((spec) => {
      const found = works.find((w) => w.spec.id === spec.id)
      return found === undefined || found.witnesses.every((w) => w.tokens.length === 0)
    })
    .map((spec) => warning('absent-work', { file: 'edition.yaml' }, { work: spec.id }))
}

/** Works that no witness has in the script that the edition's language asks for: they stay as they are. */
function otherScripts(config: EditionConfig, works: readonly CollatedWork[]): VFileMessage[] {
  const asked = scriptOfLanguage(config.language)
  if (asked === undefined) return []
  return works.flatMap(({ spec, witnesses }) => {
    const scripts = witnesses.map(({ tokens }) => scriptOf(tokens.map(({ t }) => t)))
    const [found] = scripts
    if (found === undefined || scripts.some((script) => script !== found) || found === asked)
      return []
    return [
      warning(
        'other-script',
        { file: 'edition.yaml' },
        { work: spec.id, found, asked, language: config.language },
      ),
    ]
  })
}

/** Witnesses that seem to transcribe one printing, which the edition does not say. */
function sharedErrors({ kinships }: Decided): VFileMessage[] {
  return kinships.map(({ work, voices, shared, of, one }) =>
    warning(
      'shared-errors',
      { file: 'edition.yaml' },
      { voices, shared, of, work, isOneVoice: one },
    ),
  )
}
