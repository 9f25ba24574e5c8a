import { isCalledNote, toText } from '@huijiao/ast'
import { type FurnitureKind, placeOf, type Source } from '@huijiao/model'
import type { EditionResult } from '../pipeline.ts'

/** Words of a source that are in no work, and why. */
export interface LeftOut {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly kind: FurnitureKind
  readonly text: string
}

/** Characters of each that are told. */
const TOLD = 60

/** Everything that has letters or marks and is left out of the text: by the reader of the file, or as furniture. Notes that the book has are not. */
export function leftOut({ input, segmentation, edition }: EditionResult): LeftOut[] {
  const notes = edition.children.flatMap((work) => work.children.filter(isCalledNote))
  const printed = new Set(notes.map((note) => toText(note).replace(/^(?:[①-⑳㉑-㊿]|\(\d+\))/u, '')))
  return input.sources
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .flatMap((source) => [
      ...asidesOf(source, printed),
      ...segmentation.tiles.flatMap(({ file, start, end, role }) => {
        if (file !== source.file || role === 'text' || role === 'whitespace') return []
        const text = source.points.slice(start, end).join('').trim()
        return text === '' ? [] : [entry(source, start, role, text)]
      }),
    ])
}

/** What a reader set aside, but for the notes that the book has. */
function asidesOf(source: Source, printed: ReadonlySet<string>): LeftOut[] {
  const asides = source.map?.asides ?? []
  const known = new Set(
    asides.flatMap(({ note }) => (printed.has(note?.words ?? '') ? [note?.id] : [])),
  )
  return asides
    .filter(({ note }) => note === undefined || !known.has(note.id))
    .map(({ kind, text, at }) => entry(source, at, kind, text))
}

function entry(source: Source, at: number, kind: FurnitureKind, text: string): LeftOut {
  const { line, column } = placeOf(source, at)
  const points = Array.from(text)
  const told = points.length > TOLD ? `${points.slice(0, TOLD).join('')}……` : text
  return { file: source.file, line, column, kind, text: told }
}
