export * from './collation.ts'
export * from './decision.ts'
export {
  fault,
  formatMessage,
  InputError,
  message,
  type MessagePlace,
  type Problem,
  RuleMessage,
  sayingOf,
  warning,
} from './message.ts'
export { type InEach, type Language, languageOf, LANGUAGES } from './messages/language.ts'
export type { Saying } from './messages/saying.ts'
export type { Constraint, FileFault, LedgerBreach, LeftOut, Twice } from './messages/values.ts'
export { type Rule, type Said, say, type Values } from './messages/words.ts'
export { inPrint, type PlaceInPrint } from './print.ts'
export { type Place, placeOf, placeText, positionIn } from './place.ts'
export * from './provenance.ts'
export * from './segmentation.ts'
export {
  type Encoding,
  type Source,
  type SourceOrigin,
  type SourceShape,
  sourceOf,
} from './source.ts'
export * from './work-spec.ts'
