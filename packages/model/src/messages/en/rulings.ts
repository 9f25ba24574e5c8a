import type { Topic } from '../saying.ts'
import { list } from './phrases.ts'

const READING_OR_GAP = 'a key `reading` or `gap`'
const REMOVE_ONE = 'Remove one of them.'

/** Of `rulings.yaml`: its form, and whether rulings fit the text. */
export const rulings = {
  'ruling-marking': ({ locus }: { locus: string }) => ({
    reason: 'A locus is a quotation with one place marked by braces',
    expected: '前文{异文}后文',
    actual: locus,
  }),
  'ruling-empty': () => ({
    reason: 'A ruling says how to read the place, or whether text is missing there',
    expected: READING_OR_GAP,
    actual: 'neither',
  }),
  'ruling-gap-reading': () => ({
    reason: 'A ruling on a gap has no reading',
    expected: READING_OR_GAP,
    actual: 'both',
    hint: 'Text that fills the gap is a reading without the key `gap`.',
  }),
  'ruling-gap-place': ({ marked }: { marked: string }) => ({
    reason: 'A gap is a point between two characters',
    expected: '前文{}后文',
    actual: `{${marked}}`,
  }),
  'ruling-gap-extent': ({ gap }: { gap: string | null }) => ({
    reason: 'An extent is given of missing text alone',
    expected: '`gap: missing` beside it',
    actual: gap === null ? 'no gap' : `gap: ${gap}`,
  }),
  'ruling-no-gap': ({ locus }: { locus: string }) => ({
    reason: 'No text is held to be missing here',
    expected: 'a point where the reading text has ［……］',
    actual: locus,
    hint: 'Remove the ruling, or move the braces to where the text has ［……］.',
  }),
  'ruling-unmatched': ({ locus }: { locus: string }) => ({
    reason: 'The quotation occurs nowhere in this work',
    expected: 'the words of a witness or of the reading text, unbroken, punctuation aside',
    actual: locus,
    hint: 'Copy it from the text export or from a witness; braces go around what is to be replaced.',
  }),
  'ruling-ambiguous': ({ locus, count }: { locus: string; count: number }) => ({
    reason: `The quotation fits ${count} places of this work`,
    expected: 'a quotation that fits one place',
    actual: locus,
    hint: 'Lengthen it on either side.',
  }),
  'ruling-repeated': ({ ruling }: { ruling: string }) => ({
    reason: 'Another ruling says the same of this place',
    expected: 'one ruling for a place',
    actual: ruling,
    hint: REMOVE_ONE,
  }),
  'ruling-contradiction': ({ before, ruling }: { before: string; ruling: string }) => ({
    reason: 'Another ruling says otherwise of this place',
    expected: `“${before}”, as the ruling before it`,
    actual: `“${ruling}”`,
    hint: REMOVE_ONE,
  }),
  'ruling-redundant': ({ reading }: { reading: string }) => ({
    reason: 'The program decides this without the ruling',
    expected: 'a ruling where the program is wrong or in doubt',
    actual: reading,
    hint: 'Remove it, or keep it for the record of its source.',
  }),
  'unknown-work': ({ work, known }: { work: string; known: readonly string[] }) => ({
    reason: 'No work has this id',
    expected: list(known),
    actual: work,
  }),
} satisfies Topic
