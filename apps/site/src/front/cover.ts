import { unzipSync } from 'fflate'

const COVER = 'OEBPS/cover.png'

/** The cover of the book, as its EPUB has it; null where it has none. */
export function coverIn(epub: Uint8Array): Uint8Array | null {
  return unzipSync(epub, { filter: ({ name }) => name === COVER })[COVER] ?? null
}
