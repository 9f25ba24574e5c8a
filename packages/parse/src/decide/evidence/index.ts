import type { EvidenceModule } from '../types.ts'
import { antithesis } from './antithesis.ts'
import { correlatives } from './correlatives.ts'
import { form } from './form.ts'
import { numbers } from './numbers.ts'
import { parallel, quotation } from './quotation.ts'
import { dittography, omission, repetition } from './repetition.ts'
import { usage } from './usage.ts'
import { confusable, wordhood } from './wordhood.ts'

/** Every kind of evidence but the witnesses themselves, which need the reliability learned from these. */
export const EVIDENCE: readonly EvidenceModule[] = [
  quotation,
  parallel,
  usage,
  form,
  wordhood,
  confusable,
  dittography,
  omission,
  repetition,
  correlatives,
  antithesis,
  numbers,
]
