export { ARCHIVE, type ArchiveFile, type ArchiveOptions, makeArchive } from './archive.ts'
export { ARTICLES, type Article } from './articles.ts'
export { type Copy, type CopyNoise, lengthen, makeCopies, ONE_PERCENT } from './copies.ts'
export {
  type Arrangement,
  type EditionOptions,
  GENRES,
  type MadeEdition,
  makeEdition,
  makeWork,
  textOf,
} from './editions/edition.ts'
export { ENDLESS } from './endless.ts'
export { isRight, judgeEdition, type Verdict } from './editions/judge.ts'
export type { LineTruth, MadeFile } from './editions/print.ts'
export type { Genre, MadeBlock, MadeWork } from './editions/work.ts'
export { LETTER, LETTER_EDITION, letterEdition } from './letter.ts'
export type { ScrambleOptions } from './options.ts'
export { scramble } from './pages.ts'
export { type Random, random } from './random.ts'
export { type Recovered, type Recovery, recovery, type Share } from './recovery.ts'
export type { ScrambledFile, TrueJoin, TruthSpan } from './truth.ts'
