import { readFileSync } from 'node:fs'
import type { Font } from 'fontkit'
import { create } from 'fontkit'
import { FontError } from './errors.ts'
import { unpackWoff } from './woff.ts'

const opened = new Map<string, Uint8Array<ArrayBuffer>>()

/** The bytes of a font file, WOFF unpacked; kept, since coverage and subset both need them. */
export function openFont(file: string): Uint8Array<ArrayBuffer> {
  const known = opened.get(file)
  if (known !== undefined) return known
  const bytes = new Uint8Array(readFileSync(file))
  const font = file.endsWith('.woff') ? unpackWoff(bytes, file) : bytes
  opened.set(file, font)
  return font
}

/** A font parsed by fontkit. */
export function parseFont(bytes: Uint8Array, name = 'font'): Font {
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!('characterSet' in font)) throw new FontError(name, 'one font', 'a collection')
  return font
}

/** The code points that a font maps to a glyph, ascending. */
export function mappedCodePoints(bytes: Uint8Array, name = 'font'): readonly number[] {
  const font = parseFont(bytes, name)
  return characterSet(font)
}

/** A parsed font's code points, ascending, without the end mark of the mapping table. */
export function characterSet(font: Font): readonly number[] {
  const points = new Set(font.characterSet)
  points.delete(0xffff)
  return [...points].sort((a, b) => a - b)
}
