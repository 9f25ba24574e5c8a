export {
  fault,
  formatMessage,
  InputError,
  type MessagePlace,
  RuleMessage,
  sayingOf,
  warning,
} from './message.ts'
export { type InEach, type Language, languageOf, LANGUAGES } from './language.ts'
export type { Saying } from './saying.ts'
export type { Constraint, Faceless, FileFault, LedgerBreach, LeftOut, Twice } from './values.ts'
export { type Rule, type Said, say, type Values } from './words.ts'
