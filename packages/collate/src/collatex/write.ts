import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { graphOf, siglaOf } from './graph.ts'
import { type AlignmentTable, readingsIn, writtenOf } from './table.ts'
import { svgOf } from './svg.ts'

/** How a table is written: as CollateX writes it. */
export const TABLE_FORMATS = ['collatex', 'tei', 'graphml', 'csv', 'tsv', 'svg'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

/** Writes an alignment table. */
export function writeTable(table: AlignmentTable, format: TableFormat): string {
  switch (format) {
    case 'collatex':
      return json(table)
    case 'tei':
      return tei(table)
    case 'graphml':
      return graphml(table)
    case 'csv':
      return separated(table, ',', '\r\n')
    case 'tsv':
      return separated(table, '\t', '\n')
    default:
      return `${xml(svgOf(table))}\n`
  }
}

/** What XML cannot hold. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu

const xml = (element: ReturnType<typeof x>): string =>
  toXml(element, { closeEmptyElements: true })
    .replaceAll(']]>', ']]&gt;')
    .replaceAll(UNWRITABLE, '\ufffd')

/**
 * Tokens with all their properties, the siglum, and the place among the tokens of all witnesses, of which each ends
 * with a mark of its own.
 */
function json({ sigla, columns }: AlignmentTable): string {
  let position = 0
  const table = sigla.map((siglum, w) => {
    const row = columns.map(
      ({ cells }) =>
        (cells[w] ?? null)?.map((token) => ({
          ...token,
          _sigil: siglum,
          _token_array_position: position++,
        })) ?? null,
    )
    position += 1
    return row
  })
  return `${JSON.stringify({ table, witnesses: sigla })}\n`
}

/** Parallel segmentation within CollateX's own root; witnesses that have nothing have no reading. */
function tei(table: AlignmentTable): string {
  const content = table.columns.flatMap((column) => {
    const readings = readingsIn(column, writtenOf)
    const [only] = readings
    const isShared = readings.length === 1 && only?.witnesses.length === table.sigla.length
    const spaced = column.cells.some((cell) => /\s$/u.test(cell?.at(-1)?.t ?? ''))
    const written =
      isShared && only !== undefined
        ? { type: 'text' as const, value: writtenOf(only.tokens) }
        : x(
            'app',
            readings.map((reading) =>
              x(
                'rdg',
                {
                  wit: siglaOf(table, reading)
                    .map((s) => `#${s}`)
                    .join(' '),
                },
                [writtenOf(reading.tokens)],
              ),
            ),
          )
    return spaced ? [written, { type: 'text' as const, value: ' ' }] : [written]
  })
  const root = x(
    'cx:apparatus',
    { 'xmlns:cx': 'http://interedition.eu/collatex/ns/1.0', xmlns: 'http://www.tei-c.org/ns/1.0' },
    content,
  )
  return `<?xml version="1.0" ?>${xml(root)}\n`
}

/** The properties that CollateX gives to nodes and edges. */
const KEYS = [
  ['d0', 'node', 'number', 'int'],
  ['d1', 'node', 'rank', 'int'],
  ['d2', 'node', 'tokens', 'string'],
  ['d3', 'edge', 'number', 'int'],
  ['d4', 'edge', 'type', 'string'],
  ['d5', 'edge', 'witnesses', 'string'],
] as const

function graphml(table: AlignmentTable): string {
  const { nodes, edges } = graphOf(table)
  const data = (values: Readonly<Record<string, string | number>>) =>
    Object.entries(values).map(([key, value]) => x('data', { key }, [String(value)]))
  const graph = x(
    'graph',
    {
      id: 'g0',
      edgedefault: 'directed',
      'parse.nodeids': 'canonical',
      'parse.edgeids': 'canonical',
      'parse.order': 'nodesfirst',
    },
    [
      ...nodes.map(({ text, rank }, i) =>
        x('node', { id: `n${i}` }, data({ d0: i, d1: rank, d2: text })),
      ),
      ...edges.map(({ from, to, type, sigla }, i) =>
        x(
          'edge',
          { id: `e${i}`, source: `n${from}`, target: `n${to}` },
          data({ d3: i, d4: type, d5: sigla.join(', ') }),
        ),
      ),
    ],
  )
  const keys = KEYS.map(([id, of, name, type]) =>
    x('key', { id, for: of, 'attr.name': name, 'attr.type': type }),
  )
  const root = x('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' }, [...keys, graph])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml(root)}\n`
}

/** A row for each witness, its siglum first; cells are quoted where they must be. */
function separated({ sigla, columns }: AlignmentTable, separator: string, end: string): string {
  const cell = (value: string): string =>
    /["\r\n\t,]/u.test(value) && (value.includes(separator) || /["\r\n]/u.test(value))
      ? `"${value.replaceAll('"', '""')}"`
      : value
  return sigla
    .map((siglum, w) => [siglum, ...columns.map(({ cells }) => writtenOf(cells[w] ?? null) || '-')])
    .map((row) => `${row.map(cell).join(separator)}${end}`)
    .join('')
}
