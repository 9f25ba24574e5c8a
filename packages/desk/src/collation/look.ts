import type { Source } from '@huijiao/model'
import type { EditionConfig, EditionResult, UnruledEdition } from '@huijiao/parse'
import type { Beginning } from '../protocol/summary.ts'
import type { Message } from '../protocol/message.ts'

/** What is known of a folder at one moment. */
export interface Look {
  /** Counts the times that something was made. */
  readonly made: number
  /** The edition as it is written, or as it is proposed. */
  readonly config: EditionConfig | null
  readonly sources: readonly Source[]
  /** Works and loci before any ruling; null where they could not be found. */
  readonly found: UnruledEdition | null
  /** The last whole result. */
  readonly result: EditionResult | null
  /** The text of `edition.yaml`, or what is proposed for it. */
  readonly edition: string
  readonly faults: readonly Message[]
  readonly warnings: readonly Message[]
  /** What the first act writes; null where there is an `edition.yaml`. */
  readonly beginning: Beginning | null
}

/** The look of a folder that nothing is known of. */
export const EMPTY: Look = {
  made: 0,
  config: null,
  sources: [],
  found: null,
  result: null,
  edition: '',
  faults: [],
  warnings: [],
  beginning: null,
}
