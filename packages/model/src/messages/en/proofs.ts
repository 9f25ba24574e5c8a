import type { Topic } from '../saying.ts'
import type { LedgerBreach } from '../values.ts'
import { counted, list } from './phrases.ts'

const BREACHES: Readonly<Record<LedgerBreach, string>> = {
  lost: 'Characters are not accounted for',
  twice: 'Characters are accounted for twice',
  empty: 'A row of the ledger holds nothing',
  'white-space': 'Text is taken for white space',
  'cut-short': 'Characters are not accounted for',
}

/** Of the proofs at the end of a build. */
export const proofs = {
  conservation: ({ breach, at, found }: { breach: LedgerBreach; at: number; found: string }) => ({
    reason: BREACHES[breach],
    expected: breach === 'white-space' ? 'white space' : `a row of the ledger from ${at} on`,
    actual: found,
  }),
  'unassigned-text': (v: { length: number; files: readonly string[]; words: string }) => ({
    reason: `${counted(v.length, 'character')} of ${list(v.files)} belong to no work of edition.yaml, from “${v.words}” on`,
    expected: 'a work for all text',
    actual: 'none',
    hint:
      `In edition.yaml write under the work that it belongs to: contains: ["${v.words}"]; ` +
      `or for a work of its own: - { id: …, title: …, cut: ["${v.words}"] }; ` +
      `or, where it is no text: omit: ["${v.words}"]. Where whole files are one work: files: all.`,
  }),
  attestation: ({ at, character }: { at: number; character: string }) => ({
    reason: `Character ${at} of the reading text is in no witness`,
    expected: 'a witness or a ruling',
    actual: character,
  }),
  composition: ({ at, text, tree }: { at: number; text: string; tree: string }) => ({
    reason: `The tree departs from the reading text at character ${at}`,
    expected: text,
    actual: tree,
  }),
  adjacency: ({ before, after, work }: { before: string; after: string; work: string }) => ({
    reason: 'The reading text sets side by side what no source has so',
    expected: 'neighbours in a source, or a recorded join, gap or variant',
    actual: `${before}｜${after}`,
    hint: `Say under works › ${work} what follows what: join: [{ after: ${before}, before: ${after} }]`,
  }),
  'printed-twice': ({ text, work }: { text: string; work: string }) => ({
    reason: 'A passage that no source has twice would be printed twice',
    expected: 'each passage as often as a source has it',
    actual: `${text}…`,
    hint: `If the sources keep one order, say so under works › ${work}: order: file`,
  }),
  'left-out': ({ text }: { text: string }) => ({
    reason: 'A passage that two sources have would not be printed',
    expected: 'the passage in the reading text, or a ruling that leaves it out',
    actual: `${text}…`,
    hint: 'These may be two works: list the files of each under works, or rule on the place in rulings.yaml.',
  }),
  'more-breaches': ({ rule, count }: { rule: string; count: number }) => ({
    reason: `There are ${count} more of the kind ${rule}; the next one is here`,
  }),
} satisfies Topic
