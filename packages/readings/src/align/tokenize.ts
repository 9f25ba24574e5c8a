import type { SoftToken, Source, TokenizedWitness, WitnessText, WitnessToken } from '@huijiao/model'
import { isContent, keyOf } from '@huijiao/text'
import { idleSpaces } from './spacing.ts'

/** Turns what a source has of a work into tokens: content characters with the punctuation on them. */
export function tokenize(text: WitnessText, source: Source): TokenizedWitness {
  const tokens: Draft[] = []
  for (const [block, logical] of text.blocks.entries()) {
    const leading: SoftToken[] = []
    let last: Draft | undefined
    const idle = idleSpaces(logical, source.points)
    for (const [index, part] of logical.parts.entries()) {
      // Words broken over lines keep the space between them; Chinese has none.
      if (index > 0 && last !== undefined && isWord(last.t) && isWord(source.points[part.start])) {
        last.after.push({ t: ' ', at: part.start })
      }
      for (let at = part.start; at < part.end; at += 1) {
        const t = signAt(source.points, at)
        if (isContent(t)) {
          last = { t, n: keyOf(t), at, block, before: last === undefined ? leading : [], after: [] }
          tokens.push(last)
        } else if (!idle.has(at)) {
          ;(last === undefined ? leading : last.after).push({ t, at })
        }
      }
    }
  }
  return {
    siglum: text.siglum,
    file: text.file,
    ...(text.recension === undefined ? {} : { recension: text.recension }),
    text,
    tokens,
  }
}

/** The sign that stands at an offset: a circle beside Chinese numerals is their zero, 〇 (GB/T 15835—2011). */
function signAt(points: readonly string[], at: number): string {
  const written = points[at] ?? ''
  if (written !== '○' && written !== '◯') return written
  let [from, to] = [at - 1, at + 1]
  while (CIRCLE.test(points[from] ?? '')) from -= 1
  while (CIRCLE.test(points[to] ?? '')) to += 1
  return NUMERAL.test(points[from] ?? '') || NUMERAL.test(points[to] ?? '') ? '〇' : written
}

const CIRCLE = /^[○◯]$/u
const NUMERAL = /^[一二三四五六七八九十百千〇零]$/u

/** A letter of a script that parts its words by spaces. */
function isWord(character: string | undefined): boolean {
  return (
    character !== undefined &&
    /\p{L}/u.test(character) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)
  )
}

type Draft = Omit<WitnessToken, 'after'> & { after: SoftToken[] }
