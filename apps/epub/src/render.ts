import type { Edition } from '@huijiao/ast'
import { gather, regional, subsets, type Use } from '@huijiao/fonts'
import { type PageBreak, stringsFor, toBook } from '@huijiao/hast'
import type { Assembly } from './assemble.ts'
import { chapterOf, coverChapter } from './chapters.ts'
import { depthOf, tocOf } from './contents.ts'
import { cover } from './cover.ts'
import { filesOf } from './divide.ts'
import { dateOf } from './identity.ts'
import { landmarksOf } from './landmarks.ts'
import { metadataOf } from './metadata.ts'
import { marksOfContents, pagesOf } from './pages.ts'
import { picturesOf } from './pictures.ts'
import { fontFile, styles } from './styles.ts'
import { chapterTemplate } from './templates/chapter.ts'
import { navigationTemplate } from './templates/navigation.ts'
import { ncxTemplate } from './templates/ncx.ts'
import { packageTemplate } from './templates/package.ts'
import { usesOfBook } from './uses.ts'
import { wording } from './wording.ts'

export interface EpubOptions {
  /** Where the pages of the printed book begin; without them the book has no page list. */
  readonly pages?: readonly PageBreak[]
  /** Receives each character that no face has, once, with its place: reading systems draw it in a face of their own. */
  readonly unfaced?: (character: string, place: string) => void
}

/** How many works one document of the appendix holds. */
const WORKS_PER_PART = 40

/**
 * Renders an edition as an EPUB 3.3 book. The same tree and pages give the same bytes.
 *
 * @throws {PageBreakError} where a page begins at a block that the tree does not have.
 * @throws {EditionDateError} where the edition's date is none.
 */
export async function renderEpub(edition: Edition, options: EpubOptions = {}): Promise<Uint8Array> {
  const { meta } = edition
  const strings = stringsFor(meta.language)
  const words = wording(meta.language)
  const breaks = options.pages ?? []
  const book = toBook(edition, {
    pageBreaks: breaks,
    href: (document, id) => `${document}.xhtml#${id}`,
    worksPerPart: WORKS_PER_PART,
  })
  const { files, fileOf } = filesOf(book.documents, strings)
  const pictures = picturesOf(files)
  const toc = tocOf(book.documents, fileOf)
  const landmarks = landmarksOf(book.documents, strings.contents)
  const pages = pagesOf(breaks, book, fileOf)
  const faces = facesOf(
    usesOfBook({ documents: files }, { pages, toc, landmarks, words, strings, meta }),
    meta.language,
    options,
  )
  const described = metadataOf(meta, pages.length > 0, words.accessibilitySummary)
  const used = faces.map((f) => f.face)
  const css = styles(used, meta)
  const assembled = async () =>
    assemble(
      {
        title: described.title,
        author: described.creators.map((p) => p.name),
        lang: meta.language,
        date: described.modified,
        css,
        tocTitle: strings.contents,
        fonts: used.map((face) => ({ filename: fontFile(face), url: fontFile(face) })),
        chapterXHTML: chapterTemplate,
        contentOPF: packageTemplate,
        tocXHTML: navigationTemplate,
        tocNCX: ncxTemplate,
        verbose: refuseWarnings,
        meta: described,
        toc,
        tocDepth: depthOf(toc),
        pages,
        pictures: [...pictures.values()],
        contentsMarks: marksOfContents(breaks, toc),
        maxPage: Math.max(0, ...pages.map((p) => p.value)),
        landmarks,
        landmarksTitle: words.landmarks,
        pagesTitle: words.pages,
        direction: meta.layout === 'vertical' ? 'rtl' : 'default',
      },
      [
        coverChapter(described.title, strings.cover),
        ...files.map((file) => chapterOf(file, { fileOf, pictures })),
      ],
      { identifier: described.identifier, date: dateOf(meta) },
    )
  const [cut, front, assembly] = await Promise.all([subsets(faces), cover(meta), assembled()])
  const fonts = new Map(cut.map(({ face, bytes }) => [fontFile(face), bytes]))
  return assembly.pack(fonts, front, [...pictures.values()])
}

/** What the library warns of is a fault of the book. */
function refuseWarnings(type: string, ...message: unknown[]): void {
  if (type === 'warn') throw new Error(message.map(String).join(' '))
}

/** The faces that a book needs; each character that none has is told once. */
function facesOf(uses: Iterable<Use>, language: string, { unfaced }: EpubOptions) {
  const said = new Set<string>()
  return gather(regional(uses, language), ({ place = '' }, character) => {
    if (!said.has(character)) unfaced?.(character, place)
    said.add(character)
  })
}

/** The documents and all that is written about them; the library is loaded only now, since that takes long. */
async function assemble(...given: ConstructorParameters<typeof Assembly>): Promise<Assembly> {
  const library = await import('./assemble.ts')
  return new library.Assembly(...given).render()
}
