import type { TextAlignment, TextUnit } from './collate-texts.ts'

/** Output format of an alignment. */
export const FORMATS = ['units', 'table', 'collatex'] as const
export type Format = (typeof FORMATS)[number]

/** Writes an alignment, in pieces of at most a few thousand units. */
export function* formatAlignment(alignment: TextAlignment, format: Format): Generator<string> {
  if (format === 'units') yield* unitLines(alignment)
  else if (format === 'table') yield* tableLines(alignment)
  else yield* collatexJson(alignment)
}

/** Units written at a time, so that no single string holds a long text. */
const PIECE = 4096

function* pieces(units: readonly TextUnit[]): Generator<[readonly TextUnit[], number]> {
  for (let i = 0; i < units.length; i += PIECE) yield [units.slice(i, i + PIECE), i]
}

/** One JSON object a line. */
function* unitLines({ texts, units }: TextAlignment): Generator<string> {
  const names = texts.map(({ siglum }) => JSON.stringify(siglum))
  for (const [some] of pieces(units)) {
    yield some
      .map(({ equal, spans, transposition }) => {
        const list = spans.map(([start, end], w) => `${names[w] ?? '""'}:[${start},${end}]`)
        const moved = transposition === undefined ? '' : `,"transposition":${transposition}`
        return `{"equal":${equal},"spans":{${list.join(',')}}${moved}}\n`
      })
      .join('')
  }
}

/**
 * Tab-separated, a row for each unit and a column for each text: its number, `=` or `≠`, the number
 * of a moved block, then what each text has, white space as one blank, `∅` for nothing.
 */
function* tableLines({ texts, units }: TextAlignment): Generator<string> {
  yield `${['unit', '=', 'moved', ...texts.map(({ siglum }) => siglum)].join('\t')}\n`
  const slices = texts.map(({ text }) => codePointSlices(text))
  for (const [some, first] of pieces(units)) {
    yield some
      .map(({ equal, spans, transposition }, i) => {
        const cells = spans.map(([start, end], w) => {
          const cell = slices[w]?.(start, end) ?? ''
          return cell === '' ? '∅' : cell.replace(/\s+/gu, ' ')
        })
        return `${[first + i + 1, equal ? '=' : '≠', transposition ?? '', ...cells].join('\t')}\n`
      })
      .join('')
  }
}

/**
 * The alignment table of CollateX as JSON: a row for each witness, in it a cell for each unit, the
 * tokens with `t`, `n` and the siglum, or null. Blanks after a token belong to its `t`, as there.
 */
function* collatexJson({ texts, units }: TextAlignment): Generator<string> {
  yield `{"table":[`
  for (const [w, { siglum, text, tokens }] of texts.entries()) {
    const slice = codePointSlices(text)
    yield w === 0 ? '[' : ',['
    for (const [some, first] of pieces(units)) {
      const cells = some.map((unit) => {
        const [start, end] = unit.tokens[w] ?? [0, 0]
        const span = unit.spans[w] ?? [0, 0]
        if (start === end) return 'null'
        let rest = slice(span[0], span[1])
        const cell = tokens.slice(start, end).map(({ t, n }, i, all) => {
          const next = all[i + 1]
          const at = rest.indexOf(t)
          const stop = next === undefined ? rest.length : rest.indexOf(next.t, at + t.length)
          const written = rest.slice(0, stop)
          rest = rest.slice(stop)
          return { _sigil: siglum, t: written, n }
        })
        return JSON.stringify(cell)
      })
      yield `${first === 0 ? '' : ','}${cells.join(',')}`
    }
    yield ']'
  }
  yield `],"witnesses":${JSON.stringify(texts.map(({ siglum }) => siglum))}}\n`
}

/** Cuts a text by code points; the ranges asked for must ascend. */
function codePointSlices(text: string): (start: number, end: number) => string {
  let point = 0
  let unit = 0
  const forward = (to: number): number => {
    while (point < to && unit < text.length) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
      point++
    }
    return unit
  }
  return (start, end) => text.slice(forward(start), forward(end))
}
