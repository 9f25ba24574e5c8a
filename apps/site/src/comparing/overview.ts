import type { Element } from 'hast'
import { h, s } from 'hastscript'
import { siteLink } from '../page/link.ts'
import type { Words } from '../words/index.ts'
import { lociIn, type Row } from './rows.ts'

/** Bars of the overview at most: each wide enough to be met by a pointer on a desk. */
const BARS = 48
/** The picture in its own units. */
const [WIDTH, HEIGHT, HEAD] = [960, 64, 10]

/** Blocks side by side that one bar stands for. */
interface Bin {
  readonly first: Row
  readonly length: number
  readonly loci: number
  readonly open: number
}

/**
 * The whole work at a glance: a bar for each stretch, as wide as its text is long and as high as its differences are
 * dense; a mark above it where something is undecided. Each leads to its stretch.
 */
export function overview(
  rows: readonly Row[],
  pageOf: (row: Row) => string,
  words: Words,
): Element {
  const bins = binsOf(rows)
  const total = bins.reduce((sum, b) => sum + b.length, 0)
  const densest = Math.max(...bins.map((b) => b.loci / b.length))
  let at = 0
  const bars = bins.map((bin) => {
    const width = (bin.length / total) * WIDTH
    const height = densest === 0 ? 0 : (bin.loci / bin.length / densest) * (HEIGHT - HEAD)
    const x = at
    at += width
    const label = words.stretch(numberOf(bin.first), bin.loci, bin.open)
    return s('a', { href: siteLink(pageOf(bin.first), `row-${bin.first.id}`), ariaLabel: label }, [
      s('title', label),
      s('rect', {
        className: ['ground'],
        x: fixed(x),
        y: HEAD,
        width: fixed(width),
        height: HEIGHT - HEAD,
      }),
      s('rect', {
        className: ['bar'],
        x: fixed(x),
        y: fixed(HEIGHT - height),
        width: fixed(Math.max(1, width - 1)),
        height: fixed(height),
      }),
      ...(bin.open === 0
        ? []
        : [
            s('rect', {
              className: ['open'],
              x: fixed(x),
              y: 0,
              width: fixed(Math.max(1, width - 1)),
              height: HEAD - 4,
            }),
          ]),
    ])
  })
  return h('nav', { className: ['overview'], ariaLabel: words.overview }, [
    s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none' }, bars),
  ])
}

/** Two decimals, so that pages are small. */
const fixed = (value: number): string => String(Math.round(value * 100) / 100)

const numberOf = (row: Row): number => Number(row.id.slice(row.id.lastIndexOf('-b') + 2))

function binsOf(rows: readonly Row[]): Bin[] {
  const total = rows.reduce((sum, row) => sum + Math.max(1, row.length), 0)
  const least = total / BARS
  const bins: Bin[] = []
  let open: { -readonly [K in keyof Bin]: Bin[K] } | null = null
  for (const row of rows) {
    open ??= { first: row, length: 0, loci: 0, open: 0 }
    const loci = lociIn(row)
    open.length += Math.max(1, row.length)
    open.loci += loci.length
    open.open += loci.filter(({ certainty }) => certainty === 'undecided').length
    if (open.length < least) continue
    bins.push(open)
    open = null
  }
  return open === null ? bins : [...bins, open]
}
