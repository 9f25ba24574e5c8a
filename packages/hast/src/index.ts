export { toBook } from './book.ts'
export { type Called, calledIn, withoutCalled } from './called.ts'
export { clean } from './clean.ts'
export { elide } from './elide.ts'
export { handlers } from './handlers/index.ts'
export { identifierOf } from './identity.ts'
export { apparatusOfWork, callId, entryId, noteId } from './ids.ts'
export type {
  Book,
  BookDocument,
  DocumentKind,
  Note,
  PageBreak,
  TocHeading,
} from './model.ts'
export type { BookOptions } from './options.ts'
export { pageId } from './page-break.ts'
export { PageBreakError } from './place-breaks.ts'
export type { Entry } from './present/model.ts'
export { namesOf } from './present/names.ts'
export { present } from './present/present.ts'
export type { Handler, Handlers, State } from './state.ts'
export {
  type DoubtKind,
  type ReasonWords,
  type Strings,
  sayJoin,
  sayReason,
  stringsFor,
} from './strings/index.ts'
export { baseStyles } from './styles.ts'
