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
