import { inspect, isSpace, needsGlyph } from '@huijiao/fonts'
import type { Book } from '../book.ts'
import { textOf } from '../xml.ts'
import type { Finding } from './finding.ts'

/** Every character of every document, cover and contents too, has a drawn glyph in an embedded font. */
export function checkGlyphs(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  const covered = new Set<number>()
  const fonts = [...book.files].filter(([path]) => /\.(?:ttf|otf|woff2?)$/.test(path))
  for (const [path, bytes] of fonts) {
    const font = inspect(bytes, path)
    for (const point of font.codePoints) covered.add(point)
    for (const point of font.blank)
      findings.push({ path, rule: 'glyph', message: `expected an outline for ${name(point)}` })
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

function name(point: number): string {
  return `“${String.fromCodePoint(point)}” U+${point.toString(16).toUpperCase().padStart(4, '0')}`
}
