import type { Facts, SourceFacts } from './facts.ts'

/** What a feature looks at: the lines of a source, and one of them. */
export interface Feature {
  readonly name: string
  /** Lines on each side whose value counts too. */
  readonly reach: 0 | 1 | 2
  /** What is seen of a line, one thing or several; null where there is nothing to see. */
  readonly see: (
    line: Facts,
    before: Facts | undefined,
    source: SourceFacts,
    at: number,
  ) => string | readonly string[] | null
}

/** The first bound that a value does not pass, as a name. */
function bucket(value: number, bounds: readonly number[]): string {
  const bound = bounds.find((most) => value <= most)
  return bound === undefined ? `over ${bounds.at(-1) ?? 0}` : `at most ${bound}`
}

/** How wide a line is against a column, by half-width columns. */
function against(width: number, column: number): string {
  if (column === 0) return 'no column'
  const missing = column - width
  if (missing < -4) return 'wider'
  if (missing < -1) return 'hung out'
  if (missing <= 1) return 'full'
  if (missing <= 3) return 'one short'
  if (missing <= 5) return 'two short'
  return width * 2 > column ? 'short' : 'half or less'
}

const yes = (truth: boolean): string | null => (truth ? 'yes' : null)

/** How a line leaves its sentence, and its column. */
function ending({ last, line, before }: Facts): string {
  const how =
    last === 'stop' || last === 'closing quote' || last === 'closing bracket'
      ? 'closed'
      : last === 'pause' || last === 'comma'
        ? 'paused'
        : 'open'
  return before > 0 && before - line.width > 3 ? `${how} and short` : how
}

/** Every feature that a line is judged by, by name. */
export const FEATURES: readonly Feature[] = [
  { name: 'any', reach: 0, see: () => 'yes' },
  {
    name: 'length',
    reach: 2,
    see: ({ points }) => bucket(points.length, [1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 90, 200]),
  },
  {
    name: 'length against the column before',
    reach: 2,
    see: ({ line, before }) => against(line.width, before),
  },
  {
    name: 'length against the column after',
    reach: 2,
    see: ({ line, after }) => against(line.width, after),
  },
  {
    name: 'column changes',
    reach: 1,
    see: ({ before, after }) => {
      if (before === 0 || after === 0)
        return before === after ? 'none' : before === 0 ? 'begins' : 'ends'
      return Math.abs(before - after) <= 1 ? 'same' : before < after ? 'wider' : 'narrower'
    },
  },
  {
    name: 'length against the line before',
    reach: 1,
    see: ({ line }, before) => {
      if (before === undefined) return null
      const more = line.width - before.line.width
      if (Math.abs(more) <= 1) return 'same'
      if (Math.abs(more) <= 3) return more > 0 ? 'one more' : 'one less'
      return more > 0 ? 'more' : 'less'
    },
  },
  {
    name: 'length against the middle',
    reach: 0,
    see: ({ points }, _, { middle }) =>
      bucket(points.length / Math.max(1, middle), [0.15, 0.4, 0.75, 1.1, 2, 4]),
  },
  { name: 'first character', reach: 2, see: ({ first }) => first },
  { name: 'last character', reach: 2, see: ({ last }) => last },
  {
    name: 'border',
    reach: 1,
    see: ({ first }, before) => (before === undefined ? null : `${before.last}, ${first}`),
  },
  { name: 'stops inside', reach: 1, see: ({ marks }) => bucket(marks.stops, [0, 1, 3]) },
  { name: 'commas inside', reach: 1, see: ({ marks }) => bucket(marks.commas, [0, 1, 3]) },
  { name: 'spaces inside', reach: 1, see: ({ marks }) => bucket(marks.spaces, [0, 1, 3]) },
  { name: 'whole in brackets', reach: 1, see: ({ marks }) => yes(marks.bracketed) },
  { name: 'opens a bracket', reach: 1, see: ({ marks }) => yes(marks.opened > 0) },
  { name: 'closes a bracket', reach: 1, see: ({ marks }) => yes(marks.closed > 0) },
  { name: 'indent', reach: 1, see: ({ line }) => bucket(line.indent, [0, 2, 4, 8]) },
  {
    name: 'indent against the line before',
    reach: 1,
    see: ({ line }, before) => {
      if (before === undefined || line.indent === before.line.indent) return null
      return line.indent > before.line.indent ? 'more' : 'less'
    },
  },
  {
    name: 'indent against the usual',
    reach: 1,
    see: ({ line }, _, { usualIndent }) =>
      line.indent === usualIndent ? 'same' : line.indent > usualIndent ? 'more' : 'less',
  },
  { name: 'blank lines before', reach: 1, see: ({ line }) => bucket(line.gap, [0, 1, 2]) },
  {
    name: 'blank lines against the usual',
    reach: 1,
    see: ({ line }, _, { usualGap }) =>
      line.gap === usualGap ? 'same' : line.gap > usualGap ? 'more' : 'less',
  },
  { name: 'numbered', reach: 1, see: ({ numbering }) => (numbering === 'none' ? null : numbering) },
  {
    name: 'numbered like others before',
    reach: 0,
    see: ({ numbering, earlier }) => (numbering === 'none' ? null : bucket(earlier, [0, 1, 4])),
  },
  {
    name: 'numbered like others after',
    reach: 0,
    see: ({ numbering, later }) => (numbering === 'none' ? null : bucket(later, [0, 1, 4])),
  },
  {
    name: 'number',
    reach: 0,
    see: ({ numbering, sequence }) => (sequence === null ? null : `${numbering}, ${sequence}`),
  },
  {
    name: 'after the line before',
    reach: 1,
    see: ({ points }, before) =>
      before === undefined ? null : `${ending(before)}, ${bucket(points.length, [4, 8, 14, 24])}`,
  },
  { name: 'form', reach: 1, see: ({ shapes }) => shapes },
  {
    name: 'words of trade',
    reach: 2,
    see: ({ trade }) => (trade === 0 ? null : bucket(trade, [1, 2])),
  },
  {
    name: 'words of an imprint',
    reach: 1,
    see: ({ imprint }) => (imprint === 0 ? null : bucket(imprint, [1])),
  },
  {
    name: 'same line elsewhere in the source',
    reach: 1,
    see: ({ twins }) => (twins === 0 ? null : bucket(twins, [1, 3])),
  },
  { name: 'pair at the border known', reach: 1, see: ({ pairKnown }) => yes(pairKnown) },
  {
    name: 'word over the border',
    reach: 1,
    see: ({ wordAcross }) => (wordAcross === 0 ? null : bucket(wordAcross, [2, 5])),
  },
  {
    name: 'place',
    reach: 0,
    see: (_, before, { lines }, at) =>
      before === undefined
        ? 'first'
        : at < 4
          ? 'near the top'
          : at === lines.length - 1
            ? 'last'
            : null,
  },
  { name: 'page begins', reach: 1, see: ({ line }) => yes(line.page) },
  {
    name: 'markdown level',
    reach: 1,
    see: ({ line }) => (line.level === 0 ? null : bucket(line.level, [1, 2])),
  },
  { name: 'bold', reach: 1, see: ({ line }) => yes(line.bold) },
  {
    name: 'letters larger',
    reach: 1,
    see: ({ line }) => (line.size === undefined ? null : bucket(line.size, [0.9, 1.1, 1.4])),
  },
  {
    name: 'others run on within a line',
    reach: 0,
    see: ({ line }) =>
      line.others === undefined || line.others.within === 0
        ? null
        : bucket(line.others.within, [1]),
  },
  {
    name: 'others have a line end there',
    reach: 0,
    see: ({ line }) =>
      line.others === undefined || line.others.beside === 0
        ? null
        : bucket(line.others.beside, [1]),
  },
  {
    name: 'others have both sides apart',
    reach: 0,
    see: ({ line }) =>
      line.others === undefined || line.others.apart === 0 ? null : bucket(line.others.apart, [1]),
  },
  {
    name: 'line stands over other texts',
    reach: 0,
    see: ({ line }) =>
      line.others === undefined || line.others.elsewhere === 0
        ? null
        : bucket(line.others.elsewhere, [1]),
  },
  {
    name: 'lines of the source break off',
    reach: 0,
    see: (_, __, { broken }) => bucket(broken, [0.15, 0.4, 0.7]),
  },
  {
    name: 'lines of the source are',
    reach: 0,
    see: (_, __, { middle }) => bucket(middle, [9, 18, 32, 60]),
  },
  { name: 'source is markdown', reach: 0, see: (_, __, { markdown }) => yes(markdown) },
]
