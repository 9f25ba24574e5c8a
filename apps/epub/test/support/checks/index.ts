import type { Edition } from '@huijiao/ast'
import type { Book } from '../book.ts'
import { checkAccess } from './access.ts'
import { checkApparatus } from './apparatus.ts'
import { checkContainer } from './container.ts'
import { checkContents } from './contents.ts'
import type { Finding } from './finding.ts'
import { checkGlyphs } from './glyphs.ts'
import { checkInert } from './inert.ts'
import { checkLandmarks } from './landmarks.ts'
import { checkIds, checkTargets } from './links.ts'
import { checkMetadata } from './metadata.ts'
import { checkNcx } from './ncx.ts'
import { checkNotes } from './notes.ts'
import { checkPages } from './pages.ts'
import { checkSize } from './size.ts'
import { checkText } from './text.ts'

/** What is checked of a finished book without another program, by name. */
export const CHECKS: Readonly<
  Record<string, (book: Book, edition: Edition) => readonly Finding[]>
> = {
  container: checkContainer,
  size: checkSize,
  metadata: checkMetadata,
  contents: checkContents,
  ncx: checkNcx,
  landmarks: checkLandmarks,
  ids: checkIds,
  targets: checkTargets,
  notes: checkNotes,
  apparatus: checkApparatus,
  pages: checkPages,
  access: checkAccess,
  inert: checkInert,
  glyphs: checkGlyphs,
  text: checkText,
}
