export { type Booklet, type BookletOptions, impose } from './booklet/impose.ts'
export { bookletOrder, type FoldedSheet, type Side, type Signature } from './booklet/order.ts'
export { checkPdf, type Expected, type Faults } from './check/check.ts'
export { startDeflater } from './deflate.ts'
export { readDestinations } from './destinations.ts'
export { PdfError } from './errors.ts'
export {
  type ExtractedBlock,
  type ExtractedText,
  type ExtractOptions,
  extractText,
} from './extract.ts'
export { type Finished, finish, finishPdf } from './finish.ts'
export type { Destination, FinishOptions, OutlineItem, PageLabelRange } from './options.ts'
export { prepareTags } from './prepare.ts'
export { type Hint, hintLanguage } from './structure/hints.ts'
