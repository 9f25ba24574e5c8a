export { toBook } from './book.ts'
export { clean } from './clean.ts'
export { identifierOf } from './identity.ts'
export { apparatusOfWork, callId, entryId, noteId, notesOfWork } from './ids.ts'
export type {
  Book,
  BookDocument,
  BookOptions,
  DocumentKind,
  Note,
  PageBreak,
  TocHeading,
} from './model.ts'
export { pageId } from './page-break.ts'
export { PageBreakError } from './place-breaks.ts'
export { type Strings, stringsFor } from './strings/index.ts'
export { baseStyles } from './styles.ts'
