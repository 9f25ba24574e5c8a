import type { EvidenceModule } from '../types.ts'
import { antithesis } from './antithesis.ts'
import { correlatives } from './correlatives.ts'
import { form } from './form.ts'
import { illegible } from './illegible.ts'
import { moved } from './moved.ts'
import { numbers } from './numbers.ts'
import { parallel, quotation } from './quotation.ts'
import { dittography, omission, repetition } from './repetition.ts'
import { usage } from './usage.ts'
import { confusable, wordhood } from './wordhood.ts'

/** Kinds of evidence that a locus and its surroundings give by themselves. */
export const STEADY: readonly EvidenceModule[] = [
  quotation,
  parallel,
  usage,
  form,
  illegible,
  moved,
  confusable,
  dittography,
  repetition,
  correlatives,
  antithesis,
  numbers,
]

/** Kinds that are weighed by what the other loci of the work teach; the witnesses themselves come besides. */
export const LEARNED: readonly EvidenceModule[] = [wordhood, omission]
