export { collate } from './collate.ts'
export { tableOf } from './collatex/table.ts'
export { CollatexError, readCollatex, toWitnesses, writtenTokens } from './collatex/witnesses.ts'
export { TABLE_FORMATS, type TableFormat, writeTable } from './collatex/write.ts'
export { heaviestRise } from './core/rise.ts'
export type {
  Alignment,
  CollateOptions,
  Span,
  Token,
  Transposition,
  Unit,
  Witness,
} from './model.ts'
export { coverage, readingsOf } from './readings.ts'
export {
  collateTexts,
  type NamedText,
  type TextAlignment,
  type TextUnit,
} from './text/collate-texts.ts'
export { FORMATS, type Format, formatAlignment } from './text/formats.ts'
export {
  type Granularity,
  type TokenizedText,
  type TokenizeOptions,
  tokenizeText,
} from './text/tokenize.ts'
