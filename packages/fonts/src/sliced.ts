import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** One file of a web font that is cut into slices. */
export interface Slice {
  readonly name: string
  readonly file: string
  /** Parsed when asked for: most books need no slice. */
  readonly codePoints: () => readonly number[]
}

const RULE = /@font-face\s*\{([^}]*)\}/g
const URL = /url\(\s*['"]?([^'")]+\.woff2)['"]?\s*\)/
const RANGE = /unicode-range:([^;]*)/i

/** Reads which slice has which code points from the style sheet of a sliced web font. */
export function readSlices(styleSheet: string): readonly Slice[] {
  const css = readFileSync(styleSheet, 'utf8')
  const slices: Slice[] = []
  for (const [, rule = ''] of css.matchAll(RULE)) {
    const url = URL.exec(rule)?.[1]
    const range = RANGE.exec(rule)?.[1]
    if (url === undefined || range === undefined) continue
    const file = resolve(dirname(styleSheet), url)
    const name = url.split('/').slice(-2).join('-').replace('.woff2', '')
    slices.push({
      name: name.replaceAll('_', '-'),
      file,
      codePoints: () => parseRange(range),
    })
  }
  return slices
}

/** The code points of a CSS `unicode-range`, ascending. */
export function parseRange(range: string): readonly number[] {
  const codePoints = new Set<number>()
  for (const part of range.split(',')) {
    const match = /^\s*u\+([0-9a-f]+)(?:-([0-9a-f]+))?\s*$/i.exec(part)
    if (match?.[1] === undefined) continue
    const first = Number.parseInt(match[1], 16)
    const last = Number.parseInt(match[2] ?? match[1], 16)
    for (let point = first; point <= last; point += 1) codePoints.add(point)
  }
  return [...codePoints].sort((a, b) => a - b)
}
