export {
  type Bookmark,
  bookmarksOf,
  type Glyphs,
  type PrintedLink,
  type PrintedPage,
  readPrinted,
} from './printed.ts'
