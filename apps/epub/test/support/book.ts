import { posix } from 'node:path'
import type { Root } from 'xast'
import { attribute, find, findAll, parseXml } from './xml.ts'
import { readZip, type ZipEntry } from './zip.ts'

/** A content document of a book. */
export interface Doc {
  readonly path: string
  readonly tree: Root
  readonly source: string
}

/** An opened EPUB. */
export interface Book {
  readonly bytes: Uint8Array
  readonly entries: readonly ZipEntry[]
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly opfPath: string
  readonly opf: Root
  /** Content documents in reading order. */
  readonly docs: readonly Doc[]
  readonly nav: Doc
  readonly ncx: Doc
}

/** Opens an EPUB; throws where a part that every book needs is missing or no XML. */
export function openBook(bytes: Uint8Array): Book {
  const entries = readZip(bytes)
  const files = new Map(entries.map((entry) => [entry.name, entry.bytes]))
  const read = (path: string): Doc => {
    const file = files.get(path)
    if (file === undefined) throw new Error(`${path}: expected a file in the book, got none`)
    try {
      return { path, tree: parseXml(file), source: new TextDecoder().decode(file) }
    } catch (error) {
      throw new Error(`${path}: ${String(error)}`, { cause: error })
    }
  }
  const rootfile = find(read('META-INF/container.xml').tree, 'rootfile')
  const opfPath = (rootfile && attribute(rootfile, 'full-path')) ?? ''
  const opf = read(opfPath).tree
  const items = new Map(
    findAll(opf, 'item').map((item) => [attribute(item, 'id') ?? '', item] as const),
  )
  const pathOf = (id: string): string => {
    const item = items.get(id)
    if (item === undefined)
      throw new Error(`${opfPath}: expected a manifest item “${id}”, got none`)
    return resolvePath(opfPath, attribute(item, 'href') ?? '').path
  }
  const nav = [...items].find(([, item]) =>
    attribute(item, 'properties')?.split(' ').includes('nav'),
  )
  const spine = find(opf, 'spine')
  const ncx = (spine && attribute(spine, 'toc')) ?? ''
  return {
    bytes,
    entries,
    files,
    opfPath,
    opf,
    docs: findAll(opf, 'itemref').map((ref) => read(pathOf(attribute(ref, 'idref') ?? ''))),
    nav: read(pathOf(nav?.[0] ?? '')),
    ncx: read(pathOf(ncx)),
  }
}

/** Where a relative address of a file of the book leads. */
export function resolvePath(from: string, href: string): { path: string; fragment: string } {
  const [file = '', fragment = ''] = href.split('#')
  const path =
    file === '' ? from : posix.normalize(posix.join(posix.dirname(from), decodeURI(file)))
  return { path, fragment: decodeURIComponent(fragment) }
}

/** A document of the book by its path, in the spine or not. */
export function docAt(book: Book, path: string): Doc | undefined {
  return [...book.docs, book.nav].find((doc) => doc.path === path)
}
