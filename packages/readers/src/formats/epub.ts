import { fault, InputError } from '@huijiao/model'
import { decode } from '../encoding/decode.ts'
import { isZip, unpack } from '../file/archive.ts'
import { namedEncoding } from '../file/decoded.ts'
import { draft } from '../draft/draft.ts'
import { calledIn, notesOfBook } from './html/notes.ts'
import { parseHtml } from './html/parse.ts'
import { htmlInto } from './html/walk.ts'
import { LARGEST_FILE, withinLimit } from '../file/limits.ts'
import type { Reader } from '../file/reader.ts'
import { descendants, elements, parseXml, type XmlElement } from '../markup/xml.ts'

/** EPUB 2 and 3: the documents of the spine in their order; navigation and notes aside, wherever the notes stand. */
export const epub: Reader = {
  id: 'epub',
  name: 'EPUB (.epub)',
  kind: 'web',
  accepts: ({ file, head }) =>
    isZip(head) && (/\.epub$/iu.test(file) || head.includes('application/epub+zip')),
  read({ file, bytes }) {
    withinLimit(file, bytes.length, LARGEST_FILE)
    const members = unpack(file, bytes, (name) => /\.(?:x?html?|xml|opf)$/iu.test(name))
    const documents = spineOf(file, members).map((name) => {
      const member = members.get(name)
      if (member === undefined) throw new InputError([withoutMember(file, name)])
      return { name, text: textOf(file, name, member) }
    })
    // A note may stand in another document than its call.
    const called = new Set(
      documents.flatMap(({ name, text }) => [...calledIn(name, parseHtml(text))]),
    )
    const made = draft()
    for (const { name, text } of documents) {
      made.part(name, text)
      made.feed(2, 0)
      htmlInto(made, text, 0, text.length, notesOfBook(name, called))
    }
    return [{ ...made.finish(), encoding: 'utf-8', messages: [] }]
  },
}

/** The documents that the book is read in, the navigation left out. */
function spineOf(file: string, members: ReadonlyMap<string, Uint8Array>): string[] {
  const xml = (name: string): XmlElement => {
    const member = members.get(name)
    if (member === undefined) throw new InputError([withoutMember(file, name)])
    return parseXml(`${file} (${name})`, textOf(file, name, member))
  }
  const [rootfile] = descendants(xml('META-INF/container.xml'), 'rootfile')
  const path = rootfile?.attributes['full-path'] ?? ''
  const book = xml(path)
  const items = new Map(
    [...descendants(book, 'item')].map(({ attributes }) => [attributes.id ?? '', attributes]),
  )
  return [...descendants(book, 'spine')].flatMap((spine) =>
    elements(spine, 'itemref').flatMap(({ attributes }) => {
      const item = items.get(attributes.idref ?? '')
      if (item?.href === undefined || /\bnav\b/u.test(item.properties ?? '')) return []
      return [new URL(item.href, `file:///${encodeURI(path)}`).pathname.slice(1)].map(decodeURI)
    }),
  )
}

function textOf(file: string, name: string, bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return decode(`${file} (${name})`, bytes, { encoding: namedEncoding(head) }).text
}

const withoutMember = (file: string, name: string) => fault('missing-member', { file }, { name })
