import type { BookDocument } from '@huijiao/hast'
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Files } from './divide.ts'
import type { Picture } from './pictures.ts'

/** Attributes that the assembling library drops; it warns, and warnings are errors here. */
const DROPPED = new Set(['scope', 'start', 'dateTime', 'cite', 'value', 'dataAt'])

/** Brackets for readers without ruby: EPUB asks to do without them. */
const DISCOURAGED = 'rp'

/** What the files of a book are, for the addresses in them. */
export interface Addresses extends Pick<Files, 'fileOf'> {
  readonly pictures: ReadonlyMap<string, Picture>
}

/** A file as HTML that the assembling library parses; links lead to the files, and those within it are relative to it. */
export function contentOf(file: BookDocument, { fileOf, pictures }: Addresses): string {
  const addressOf = (name: string, value: string): string => {
    if (name === 'src') return pictures.get(value)?.file ?? value
    const [, document, id] = /^([^/#]+)\.xhtml#(.+)$/u.exec(value) ?? []
    if (name !== 'href' || document === undefined || id === undefined) return value
    const target = fileOf(document, id)
    return target === file.id ? `#${id}` : `${target}.xhtml#${id}`
  }
  const adapt = (node: ElementContent): readonly ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (node.tagName === DISCOURAGED) return []
    const properties = Object.fromEntries(
      Object.entries(node.properties)
        .filter(([name]) => !DROPPED.has(name))
        .map(([name, value]) => [name, typeof value === 'string' ? addressOf(name, value) : value]),
    )
    const { start } = node.properties
    // The library drops `start`, and the number of an item is part of the text.
    if (typeof start === 'number') properties['style'] = `counter-reset: list-item ${start - 1}`
    return [{ ...node, properties, children: node.children.flatMap(adapt) } satisfies Element]
  }
  return toHtml(file.children.flatMap(adapt), { closeSelfClosing: true })
}

/**
 * The library writes every character beyond ASCII as a number; a book is read by people too.
 * The five characters of XML's own syntax stay as they are.
 */
export function decodeCharacters(xhtml: string): string {
  return xhtml.replaceAll(/&#x([0-9a-fA-F]+);/g, (whole, hex: string) => {
    const point = Number.parseInt(hex, 16)
    return point >= 0xa0 ? String.fromCodePoint(point) : whole
  })
}
