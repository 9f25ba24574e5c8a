export { collate } from './collate.ts'
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
