import { placeOf } from '@huijiao/model'
import { isGuessed } from '../compose/guessed.ts'
import type { EditionResult } from '../pipeline.ts'

/** A character of the reading text whose form in the edition's script nothing but a table of characters told. */
export interface GuessedForm {
  readonly work: string
  readonly siglum: string
  readonly file: string
  readonly line: number
  readonly column: number
  /** As the witness writes it, and as the text does. */
  readonly from: string
  readonly to: string
  readonly context: string
}

/** Characters on each side that are told. */
const CONTEXT = 8

/** Forms that were guessed where the text rests on a witness in the other script, in the order of the text. */
export function guessedForms({ placed, input }: EditionResult): GuessedForm[] {
  const sources = new Map(input.sources.map((source) => [source.file, source]))
  return placed.flatMap(({ work, lemma }) =>
    lemma.flatMap((character, at) => {
      if (!isGuessed(work, character)) return []
      const [first] = character.tokens.flatMap((token, w) =>
        token < 0 ? [] : [{ token, witness: work.witnesses[w] }],
      )
      const source = sources.get(first?.witness?.file ?? '')
      const offset = first?.witness?.tokens[first.token]?.at
      if (first?.witness === undefined || source === undefined || offset === undefined) return []
      const { line, column } = placeOf(source, offset)
      const text = (from: number, to: number) =>
        lemma
          .slice(Math.max(0, from), to)
          .map((c) => c.t)
          .join('')
      return [
        {
          work: work.spec.id,
          siglum: first.witness.siglum,
          file: first.witness.file,
          line,
          column,
          from: source.points[offset] ?? '',
          to: character.t,
          context: `${text(at - CONTEXT, at)}【${character.t}】${text(at + 1, at + 1 + CONTEXT)}`,
        },
      ]
    }),
  )
}
