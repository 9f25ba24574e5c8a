import { isSpace, needsGlyph } from '@huijiao/fonts'
import { create } from 'fontkit'
import type { Book } from '../book.ts'
import { textOf } from '../xml.ts'
import type { Finding } from './finding.ts'

/** Every character of every document, cover and contents too, has a drawn glyph in an embedded font. */
export function checkGlyphs(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  const covered = new Set<number>()
  const fonts = [...book.files].filter(([path]) => /\.(?:ttf|otf|woff2?)$/.test(path))
  for (const [path, bytes] of fonts) {
    for (const [point, drawn] of glyphsOf(bytes)) {
      covered.add(point)
      if (!drawn && needsGlyph(point) && !isSpace(point))
        findings.push({ path, rule: 'glyph', message: `expected an outline for ${name(point)}` })
    }
  }
  if (fonts.length === 0)
    findings.push({ path: '', rule: 'glyph', message: 'expected embedded fonts, got none' })
  for (const doc of [...book.docs, book.nav])
    for (const point of new Set(
      Array.from(
        textOf(doc.tree, (element) => element.name === 'head'),
        (c) => c.codePointAt(0) ?? 0,
      ),
    ))
      if (needsGlyph(point) && !isSpace(point) && !covered.has(point))
        findings.push({
          path: doc.path,
          rule: 'glyph',
          message: `expected a glyph for ${name(point)} in an embedded font, got none`,
        })
  return findings
}

/** What a font maps, and whether it has anything to draw for it. */
function glyphsOf(bytes: Uint8Array): [point: number, drawn: boolean][] {
  const font = create(Buffer.from(bytes))
  if (!('characterSet' in font)) throw new Error('expected one font, got a collection')
  return (
    font.characterSet
      // The mark that ends a mapping of format 4.
      .filter((point) => point !== 0xffff)
      .map((point) => [point, font.glyphForCodePoint(point).path.commands.length > 0])
  )
}

function name(point: number): string {
  return `“${String.fromCodePoint(point)}” U+${point.toString(16).toUpperCase().padStart(4, '0')}`
}
