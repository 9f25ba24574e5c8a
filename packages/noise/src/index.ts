export { ARTICLES, type Article } from './articles.ts'
export { type Copy, type CopyNoise, lengthen, makeCopies, ONE_PERCENT } from './copies.ts'
export {
  type ScrambledFile,
  type ScrambleOptions,
  scramble,
  type TrueJoin,
  type TruthSpan,
} from './pages.ts'
export { type Random, random } from './random.ts'
export { type Recovered, type Recovery, recovery, type Share } from './recovery.ts'
