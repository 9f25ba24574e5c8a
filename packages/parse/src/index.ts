export { type EditionConfig, parseEdition } from './config/edition.ts'
export { type Discovery, discover, type RawFile } from './discover.ts'
export {
  describePassage,
  evidenceLine,
  explain,
  type Passage,
  type WitnessPassage,
} from './explain/explain.ts'
export { type ApparatusEntry, apparatusOf } from './export/apparatus.ts'
export { artefacts } from './export/artefacts.ts'
export { ledgerTsv } from './export/ledger.ts'
export { textOf } from './export/text.ts'
export { type Gap, type Gaps } from './gaps.ts'
export { formatMessage, InputError, message } from './message.ts'
export * from './model.ts'
export { collateEdition, type EditionResult, type Stage } from './pipeline.ts'
export { type EditionData, huijiaoJson, huijiaoParse, huijiaoText, processor } from './processor.ts'
export { type EditionInput, type ReadEdition, readEdition } from './read/edition.ts'
export { placeOf, ReadError, readSource } from './read/index.ts'
export { type NewRuling, withRulings } from './rulings/append.ts'
export { parseRulings, type Ruling } from './rulings/parse.ts'
export { type GapItem, gapItems, type ReviewItem, reviewItems } from './rulings/review.ts'
export { segment } from './segment/segment.ts'
