import type { WitnessKind } from '@huijiao/ast'
import type { CollatedWork, Decision, Suspicion } from '@huijiao/model'
import type { Segmented } from '@huijiao/text'
import type { VFileMessage } from 'vfile-message'
import type { Concordance } from './evidence/concordance.ts'
import type { Parallel } from './evidence/parallel.ts'
import type { Gaps } from './loci/gaps.ts'
import type { Convention } from './punctuation/conventions.ts'
import type { Unmarked } from './punctuation/unmarked.ts'
import type { Kinship } from './voices/kinship.ts'
import type { Voices } from './voices/voices.ts'

/** Settings by the editor. */
export interface DecideSettings {
  /** Family by siglum: witnesses of one family transcribe one printing and count as one voice. */
  readonly families?: Readonly<Record<string, string>>
  /** Kind of transcription of each witness, by siglum; it decides whether a difference may be noise. */
  readonly kinds?: Readonly<Record<string, WitnessKind>>
  /** Conventions of the characters that the works were put into, to be listed with those of the marks. */
  readonly conventions?: readonly Convention[]
}

/** Reliability of one witness in one work, learned from the loci that other evidence settles. */
export interface Reliability {
  readonly work: string
  /** Index of the witness in `CollatedWork.witnesses`. */
  readonly witness: number
  readonly siglum: string
  /** Content characters that the witness has of the work. */
  readonly characters: number
  /** Expected number of loci where its reading was right or wrong, by evidence other than its own word. */
  readonly right: number
  readonly wrong: number
  /** Share of the settled loci at which its reading was rejected, drawn towards one half. */
  readonly rate: number
}

/** The punctuation between two characters of the reading text, in the edition's conventions. */
export interface PunctuationSlot {
  /** Marks that belong to the character before: stops, closing brackets and quotation marks. */
  readonly close: string
  /** Marks that belong to the character after: opening brackets and quotation marks. */
  readonly open: string
  /** Present where witnesses differ or there is a ruling. */
  readonly decision?: Decision
}

/** Result of `decide`. Decisions come by work, then in the order of the text, content before punctuation. */
export interface Decided {
  /** The works with their units split where a locus is less than a unit; decisions index these units. */
  readonly works: readonly CollatedWork[]
  readonly decisions: readonly Decision[]
  readonly suspicions: readonly Suspicion[]
  readonly reliability: readonly Reliability[]
  /** Witnesses found to share errors. */
  readonly kinships: readonly Kinship[]
  /** Signs that witnesses set in several ways, and the way chosen for the edition. */
  readonly conventions: readonly Convention[]
  /** Witnesses without punctuation, which are no voice on it. */
  readonly unmarked: readonly Unmarked[]
  /** By work id: one slot before each lemma character and one after the last. */
  readonly punctuation: ReadonlyMap<string, readonly PunctuationSlot[]>
  /** By work id: where text is missing, as the sources show and the editor rules. */
  readonly gaps: ReadonlyMap<string, Gaps>
  readonly rulingMessages: readonly VFileMessage[]
}

/** A reading as the evidence modules weigh it. */
export interface Candidate {
  readonly text: string
  /** Matching keys, one UTF-16 unit each (see `Concordance.encode`). */
  readonly key: string
  /** The reading with the punctuation inside it. */
  readonly marked: string
  /** The punctuation before it and after it. */
  readonly marks: readonly [before: string, after: string]
  readonly witnesses: readonly number[]
}

/** Everything an evidence module may look at. */
export interface EvidenceContext {
  readonly work: CollatedWork
  readonly candidates: readonly Candidate[]
  /** The reading text around the locus with its punctuation, up to 60 characters, within the block. */
  readonly left: string
  readonly right: string
  /** The text as matching keys without punctuation, up to 24. */
  readonly leftKey: string
  readonly rightKey: string
  /** `left` and `right` with letters and digits as matching keys. */
  readonly leftFolded: string
  readonly rightFolded: string
  /** By candidate: how it falls into words with the characters around it; none for passages. */
  readonly segmented: readonly Segmented[]
  /** Places elsewhere, in other files, with the same text on both sides. */
  readonly parallels: readonly Parallel[]
  readonly concordance: Concordance
  readonly voices: Voices
  /** Nats for each candidate by how firmly the words around hold it, against the one they hold least. */
  readonly held: readonly number[]
  /** Nats for each candidate by the voices that have it. */
  readonly voted: readonly number[]
  /** Nats for the longer of two readings: how much oftener the work's witnesses omit than add. */
  readonly longer: number
  /** Whether the work is written in simplified script. */
  readonly simplified: boolean
}
