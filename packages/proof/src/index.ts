export {
  type Bookmark,
  bookmarksOf,
  type Glyphs,
  type PrintedLink,
  type PrintedPage,
  readPrinted,
} from './printed.ts'
export { readTags, type Tag, type TagKid } from './tags.ts'
export {
  type ExtractedBlock,
  type ExtractedText,
  type ExtractOptions,
  extractText,
} from './text.ts'
