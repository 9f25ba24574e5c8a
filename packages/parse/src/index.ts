export {
  compareEditions,
  type DecidedReading,
  type EditionChanges,
  type ReadingChange,
  type WorkChange,
  type WorkTextChange,
} from './compare/compare.ts'
export { type NewRuling, withRulings } from './config/append.ts'
export { type EditionConfig, parseEdition } from './config/edition.ts'
export { parseRulings } from './config/rulings.ts'
export { sidesOf } from './discover/advice.ts'
export { type DiscoverOptions, type Discovery, discover } from './discover/discover.ts'
export { type Merged, mergeFiles } from './discover/merge.ts'
export { describePassage, evidenceLine, gapReason } from './explain/describe.ts'
export {
  explain,
  type Passage,
  type WitnessPassage,
} from './explain/explain.ts'
export { type PassagePicture, picturesOf } from './explain/pictures.ts'
export {
  type GapItem,
  gapItems,
  isOpen,
  type ReviewItem,
  reviewItem,
  reviewItems,
} from './explain/review.ts'
export { type ApparatusEntry, apparatusOf } from './export/apparatus.ts'
export { artefacts } from './export/artefacts.ts'
export { ledgerTsv } from './export/ledger.ts'
export { textOf } from './export/text.ts'
export {
  collateEdition,
  type EditionInput,
  type EditionResult,
  ruledEdition,
  STAGES,
  type Stage,
  type UnruledEdition,
  unruledEdition,
} from './pipeline.ts'
export {
  collated,
  type EditionData,
  huijiaoJson,
  huijiaoParse,
  huijiaoText,
  type ParseOptions,
  processor,
} from './processor.ts'
export { readEdition } from './read/edition.ts'
export { isAddress, pictureFile } from './read/picture-file.ts'
