export { columns, isHan, isSaid, isWhite, isWordless, readable } from './characters.ts'
export { conventional, conventionalContent, splitMarks } from './conventions.ts'
export { fold } from './fold.ts'
export { attraction, type Counts, MARK } from './followers.ts'
export { lookAlike, soundAlike, substitutionCost } from './glyphs.ts'
export { isContent, keyOf } from './keys.ts'
export { type Lexicon, lexicon } from './lexicon.ts'
export { fitLogistic, type Logistic } from './logistic.ts'
export { type ConvertedCharacter, convertScript } from './conversion.ts'
export { asInRegion, type Region, regionOf, toSimplified, toTraditional } from './opencc.ts'
export { asSimplified, asTraditional, type Script, scriptOf, scriptOfLanguage } from './script.ts'
export { costOf, FIGURE, UNIGRAMS } from './lattice.ts'
export { unwrapped } from './unwrapped.ts'
export { wordAcross, wordGain } from './word-gain.ts'
export { type Segmented, segmentWords } from './wordhood.ts'
export {
  isIllegible,
  isUnseen,
  joinsPictures,
  MISSING_SIGN,
  plainForm,
  signsOf,
  spelledOut,
} from './plain.ts'
