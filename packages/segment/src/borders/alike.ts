import { gluedNumber, numberingOf } from '../page/numbering.ts'
import { textOf } from '../page/syntax.ts'
import type { Survey } from '../survey/survey.ts'
import type { Border } from './borders.ts'

/** Fewest headlines that make a row of them. */
const ROW = 3
/** Nats that headlines of one row are apart from the middle one, at most: what is surer is judged by itself. */
const APART = 9

/**
 * Headlines that stand alike in a file head texts of one kind: to those without number that have as much white space
 * before them it gives the odds of the middle one, so that a row of short pieces is divided at all of them or at none.
 *
 * @param borders by source
 * @param odds that a work begins with a border, by all files
 */
export function oddsOfRows<T extends Border>(
  borders: readonly (readonly T[])[],
  surveys: readonly Survey[],
  odds: ReadonlyMap<T, number>,
): Map<T, number> {
  const middles = new Map<T, number>()
  for (const [source, own] of borders.entries()) {
    const survey = surveys[source]
    const rows = new Map<string, T[]>()
    for (const border of own) {
      const key = survey === undefined ? null : standing(survey, border)
      if (key !== null) rows.set(key, [...(rows.get(key) ?? []), border])
    }
    for (const row of rows.values()) {
      const sorted = row.map((border) => odds.get(border) ?? 0).sort((a, b) => a - b)
      const middle = sorted[sorted.length >> 1] ?? 0
      const close = row.filter((border) => Math.abs((odds.get(border) ?? 0) - middle) <= APART)
      if (close.length < ROW) continue
      for (const border of close) middles.set(border, middle)
    }
  }
  return middles
}

/** How a headline stands in its file; null of those that are judged by themselves. */
function standing({ page }: Survey, { at, form, lines }: Border): string | null {
  const atom = page.atoms[at]
  if (atom === undefined || at === 0 || form !== 'title' || lines === 0 || atom.gap === 0)
    return null
  const text = textOf(page, atom)
  if (numberingOf(text) !== null || gluedNumber(text) !== null) return null
  return `${atom.gap} ${atom.level} ${atom.bold}`
}
