import type { Locus } from '@huijiao/model'
import { antithesis } from './antithesis.ts'
import { correlatives } from './correlatives.ts'
import { form } from './form.ts'
import { illegible } from './illegible.ts'
import type { ContentKind, EvidenceKind, PunctuationKind } from './kind.ts'
import { moved } from './moved.ts'
import { numbers } from './numbers.ts'
import {
  atEnd,
  inList,
  inQuestion,
  markPresent,
  marksElsewhere,
  marksQuoted,
  pairing,
  voicesOnMarks,
} from './punctuation.ts'
import { parallel, quotation } from './quotation.ts'
import { recognition } from './recognition.ts'
import { dittography, eyeSkip, omission, repetition } from './repetition.ts'
import { usage } from './usage.ts'
import { witnessEvidence } from './witnesses.ts'
import { completedPhrase, looksAlike, soundsAlike, wordhood } from './wordhood.ts'

const content = (
  kind: Omit<ContentKind, 'layer' | 'learned'> & { learned?: boolean },
): ContentKind => ({
  learned: false,
  ...kind,
  layer: 'content',
})

const marks = (kind: Omit<PunctuationKind, 'layer' | 'learned'>): PunctuationKind => ({
  learned: false,
  ...kind,
  layer: 'punctuation',
})

/**
 * All kinds of evidence. To add one, write its file and a line here.
 *
 * Caps are bounds by judgement: how far one sort of reason may carry a decision however often it is found.
 */
const EVIDENCE: readonly EvidenceKind[] = [
  content({
    id: 'witnesses',
    methods: ['对校'],
    cap: 12,
    firm: 2.6,
    learned: true,
    external: true,
    find: witnessEvidence,
  }),
  content({
    id: 'quotation',
    methods: ['他校'],
    cap: 5,
    firm: 1.5,
    settles: true,
    find: quotation,
  }),
  content({
    id: 'parallel',
    methods: ['本校'],
    cap: 3.5,
    firm: 1.5,
    settles: true,
    find: parallel,
  }),
  content({ id: 'usage', methods: ['本校'], cap: 2.5, find: usage }),
  content({ id: 'form', methods: ['本校'], cap: 4, firm: 1.5, find: form }),
  content({
    id: 'illegible',
    methods: ['对校'],
    cap: 20,
    firm: 2.6,
    settles: true,
    find: illegible,
  }),
  content({ id: 'recognition', methods: ['对校'], cap: 2, external: true, find: recognition }),
  content({ id: 'moved', methods: ['对校'], cap: 20, firm: 1.5, settles: true, find: moved }),
  content({ id: 'set-phrase', methods: ['理校'], cap: 3, firm: 1.5, find: completedPhrase }),
  content({ id: 'wordhood', methods: ['理校'], cap: 3, learned: true, find: wordhood }),
  content({ id: 'look-alike', methods: ['理校'], cap: 3, find: looksAlike }),
  content({ id: 'sound-alike', methods: ['理校'], cap: 3, find: soundsAlike }),
  content({ id: 'dittography', methods: ['理校'], cap: 3, firm: 1.5, find: dittography }),
  content({ id: 'eye-skip', methods: ['理校'], cap: 4, firm: 1.5, find: eyeSkip }),
  content({ id: 'omission', methods: ['理校'], cap: 3, learned: true, find: omission }),
  content({ id: 'repetition', methods: ['理校'], cap: 3, firm: 1.5, find: repetition }),
  content({ id: 'correlatives', methods: ['理校'], cap: 3, firm: 1.5, find: correlatives }),
  content({ id: 'antithesis', methods: ['理校'], cap: 3, find: antithesis }),
  content({ id: 'number', methods: ['理校'], cap: 3.5, firm: 1.5, find: numbers }),

  marks({
    id: 'witnesses',
    methods: ['对校'],
    cap: 12,
    firm: 2.6,
    external: true,
    find: voicesOnMarks,
  }),
  marks({ id: 'pairing', methods: ['理校'], cap: 3, find: pairing }),
  marks({ id: 'quotation', methods: ['他校'], cap: 5, find: marksQuoted }),
  marks({ id: 'parallel', methods: ['本校'], cap: 3.5, find: marksElsewhere }),
  marks({ id: 'end', methods: ['理校'], cap: 3, find: atEnd }),
  marks({ id: 'present', methods: ['理校'], cap: 3, find: markPresent }),
  marks({ id: 'question', methods: ['理校'], cap: 3, find: inQuestion }),
  marks({ id: 'list', methods: ['理校'], cap: 3, find: inList }),
]

export const CONTENT_KINDS = EVIDENCE.filter((kind) => kind.layer === 'content')
export const PUNCTUATION_KINDS = EVIDENCE.filter((kind) => kind.layer === 'punctuation')

const idsOf = (kinds: readonly EvidenceKind[]): ReadonlyMap<string, EvidenceKind> =>
  new Map(kinds.map((kind) => [kind.id, kind]))
const byId = { content: idsOf(CONTENT_KINDS), punctuation: idsOf(PUNCTUATION_KINDS) }

/** The kind of a piece of evidence; undefined for what rulings and suspicions add to it. */
export const kindOf = (layer: Locus['layer'], id: string): EvidenceKind | undefined =>
  byId[layer].get(id)
