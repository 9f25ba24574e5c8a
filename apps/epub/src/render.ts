import type { Edition } from '@huijiao/ast'
import { gather, subset, type Use } from '@huijiao/fonts'
import { type BookDocument, clean, type PageBreak, pageId, stringsFor, toBook } from '@huijiao/hast'
import { Assembly } from './assemble.ts'
import { contentOf, decodeCharacters } from './content.ts'
import { depthOf, type TocNode, tocOf } from './contents.ts'
import { cover } from './cover.ts'
import { metadataOf } from './metadata.ts'
import { usesOf } from './roles.ts'
import { fontFile, styles } from './styles.ts'
import { chapterTemplate } from './templates/chapter.ts'
import { navigationTemplate } from './templates/navigation.ts'
import { ncxTemplate } from './templates/ncx.ts'
import { packageTemplate } from './templates/package.ts'
import { wording } from './wording.ts'

export interface EpubOptions {
  /** Where the pages of the printed book begin; without them the book has no page list. */
  readonly pages?: readonly PageBreak[]
}

/**
 * Renders an edition as an EPUB 3.3 book. The same tree and pages give the same bytes.
 *
 * @throws {UncoveredCharacterError} where no face has a character, with the character and its place.
 */
export async function renderEpub(edition: Edition, options: EpubOptions = {}): Promise<Uint8Array> {
  const { meta } = edition
  const strings = stringsFor(meta.language)
  const words = wording(meta.language)
  const known = new Set(edition.children.map((w) => w.id))
  const pages = (options.pages ?? []).filter((p) => known.has(p.document))
  const { documents } = toBook(edition, {
    pageBreaks: pages,
    href: (document, id) => `${document}.xhtml#${id}`,
  })
  const toc = tocOf(documents)
  const landmarks = landmarksOf(documents, strings.contents)
  const uses: Use[] = [
    ...documents.flatMap((d) => [...usesOf(d.children, `${d.id}.xhtml`)]),
    ...tocUses(toc),
    {
      text: `${strings.contents}${words.landmarks}${words.pages}`,
      role: 'hei-bold',
      place: 'toc.xhtml',
    },
    ...landmarks.map((l): Use => ({ text: l.title, role: 'song', place: 'toc.xhtml' })),
    ...documents.map((d): Use => ({ text: d.title, role: 'song', place: `${d.id}.xhtml` })),
    ...pages.map((p): Use => ({ text: p.label, role: 'song', place: 'toc.xhtml' })),
    { text: `${strings.cover}${clean(meta.title)}`, role: 'song', place: 'cover.xhtml' },
  ]
  const faces = gather(uses)
  const fonts = new Map<string, Uint8Array>()
  for (const { face, characters } of faces) {
    fonts.set(fontFile(face), await subset(face, characters, 'ttf'))
  }
  const identifierMeta = metadataOf(meta, pages.length > 0, words.accessibilitySummary)
  const title = identifierMeta.title
  const assembly = new Assembly(
    {
      title,
      author: identifierMeta.creators.map((p) => p.name),
      lang: meta.language,
      date: `${meta.date}T00:00:00Z`,
      css: styles(faces.map((f) => f.face)),
      tocTitle: strings.contents,
      fonts: [...fonts.keys()].map((filename) => ({ filename, url: filename })),
      chapterXHTML: chapterTemplate,
      contentOPF: packageTemplate,
      tocXHTML: navigationTemplate,
      tocNCX: ncxTemplate,
      verbose: (type: string, ...words: unknown[]) => {
        if (type === 'warn') throw new Error(words.map(String).join(' '))
      },
      meta: identifierMeta,
      toc,
      tocDepth: depthOf(toc),
      pages: pages.map((p) => ({
        label: p.label,
        href: `${p.document}.xhtml#${pageId(p.label)}`,
        type: /^\d+$/.test(p.label) ? 'normal' : 'front',
      })),
      maxPage: Math.max(0, ...pages.map((p) => (/^\d+$/.test(p.label) ? Number(p.label) : 0))),
      landmarks,
      landmarksTitle: words.landmarks,
      pagesTitle: words.pages,
    },
    [coverChapter(title, strings.cover), ...documents.map((d) => chapterOf(d))],
    {
      identifier: identifierMeta.identifier,
      fonts,
      cover: await cover(meta),
      date: new Date(Math.max(Date.parse(`${meta.date}T00:00:00Z`), Date.UTC(1980, 0, 1))),
    },
  )
  return assembly.pack()
}

function chapterOf(document: BookDocument) {
  return {
    title: document.title === '' ? document.id : document.title,
    filename: `${document.id}.xhtml`,
    content: contentOf(document),
    docId: document.id,
    beforeToc: document.matter === 'front',
    bodyType: `${document.matter}matter`,
    coverAlt: '',
    decode: decodeCharacters,
  }
}

function coverChapter(title: string, label: string) {
  return {
    title: clean(label),
    filename: 'cover.xhtml',
    content: '',
    docId: 'cover',
    beforeToc: true,
    bodyType: 'frontmatter',
    coverAlt: title,
    decode: decodeCharacters,
  }
}

function landmarksOf(documents: readonly BookDocument[], contents: string) {
  const first = documents.find((d) => d.matter === 'body')
  const named: [string, BookDocument | undefined][] = [
    ['titlepage', documents.find((d) => d.kind === 'titlepage')],
    ['preface', documents.find((d) => d.kind === 'editorial-note')],
    ['bodymatter', first],
    ['appendix', documents.find((d) => d.kind === 'apparatus')],
    ['endnotes', documents.find((d) => d.kind === 'notes')],
  ]
  return [
    { type: 'toc', href: 'toc.xhtml#toc', title: contents },
    ...named.flatMap(([type, d]) =>
      d === undefined
        ? []
        : [{ type, href: `${d.id}.xhtml`, title: d.title === '' ? d.id : d.title }],
    ),
  ]
}

function tocUses(nodes: readonly TocNode[]): Use[] {
  return nodes.flatMap((n) => [
    { text: n.title, role: 'song' as const, place: 'toc.xhtml' },
    ...tocUses(n.children),
  ])
}
