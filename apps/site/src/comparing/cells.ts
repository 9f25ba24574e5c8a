import type { App, ReadingType } from '@huijiao/ast'
import { clean, type Strings } from '@huijiao/hast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Words } from '../words/index.ts'
import { departing, type Piece, type Row, readingOf, typesOf } from './rows.ts'

/** The box with all that is known of a locus. */
export const boxId = (locus: string): string => `loc-${locus}`

/** What the cells of a work are made with. */
export interface Telling {
  readonly sigla: readonly string[]
  readonly strings: Strings
  readonly words: Words
}

/** A block as the text has it and as each witness has it, side by side. */
export function rowElement(row: Row, telling: Telling): Element {
  const { words, sigla } = telling
  return h('section', { className: ['row'], id: `row-${row.id}` }, [
    h('p', { className: ['cell', 'of-text'] }, [
      h('span', { className: ['siglum'] }, words.edited),
      ' ',
      ...row.pieces.flatMap((piece) => inText(piece, telling)),
    ]),
    ...sigla.map((siglum) => {
      const content = row.pieces.flatMap((piece) => inWitness(piece, siglum, telling))
      return h('p', { className: ['cell'], dataSiglum: siglum }, [
        h('span', { className: ['siglum'] }, clean(siglum)),
        ' ',
        ...(content.length > 0 ? content : [h('span', { className: ['absent'] }, words.absent)]),
      ])
    }),
  ])
}

function inText(piece: Piece, { strings }: Telling): ElementContent[] {
  if (piece.kind === 'run') return [text(piece.text)]
  const { app } = piece
  const types = typesOf(app)
  const label = types.map((type) => strings.types[type as ReadingType]).join('·')
  const certainty = strings.certainties[app.certainty]
  const id = app.continues ?? app.id
  return [
    h(
      'span',
      {
        ...(piece.later ? {} : { id: `locus-${app.id}` }),
        className: ['locus', `of-${app.certainty}`],
        dataTypes: types.join(' '),
        dataCertainty: app.certainty,
        dataSigla: departing(app).join(' '),
      },
      [
        ...(piece.text === '' ? [] : [text(piece.text)]),
        h(
          'button',
          {
            type: 'button',
            className: ['kind'],
            popoverTarget: boxId(id),
            ariaLabel: `${label}${strings.comma}${certainty}${strings.colon}${shortened(piece.text, strings)}`,
          },
          label,
        ),
      ],
    ),
  ]
}

/** Code points of a lemma that the name of its button tells. */
const TOLD = 12

function shortened(lemma: string, { tools }: Strings): string {
  const points = [...clean(lemma)]
  if (points.length === 0) return tools.nothing
  return points.length <= TOLD ? points.join('') : `${points.slice(0, TOLD).join('')}…`
}

function inWitness(piece: Piece, siglum: string, telling: Telling): ElementContent[] {
  if (piece.kind === 'run') return piece.sigla.has(siglum) ? [text(piece.text)] : []
  if (piece.later) return []
  const reading = readingOf(piece.app, siglum)
  if (reading === null) return []
  if (reading.type === 'lemma') return reading.text === '' ? [] : [text(reading.text)]
  return [departure(piece.app, reading.text, reading.type, telling)]
}

/** What a witness has otherwise, marked by its kind in a letter and by a line. */
function departure(app: App, value: string, type: ReadingType, { strings }: Telling): Element {
  return h('span', { className: ['reading', `of-${app.certainty}`], dataLocus: app.id }, [
    value === '' ? h('span', { className: ['nothing'] }, strings.tools.nothing) : text(value),
    h('small', strings.types[type]),
  ])
}

const text = (value: string): ElementContent => ({ type: 'text', value: clean(value) })
