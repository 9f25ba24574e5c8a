export { collate } from './collate.ts'
export { coverage, readingsOf } from './readings.ts'
export type {
  Alignment,
  CollateOptions,
  Span,
  Token,
  Transposition,
  Unit,
  Witness,
} from './model.ts'
