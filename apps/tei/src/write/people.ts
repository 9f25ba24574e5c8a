import type { Contributor, Edition } from '@huijiao/ast'
import { everyNode } from './walk.ts'

/** Someone who answers for something in the document. */
export interface Person {
  readonly id: string
  readonly name: string
  /** As the edition names them; absent for who is only named by a ruling. */
  readonly contributor?: Contributor
}

/** Who answers for what. */
export interface People {
  readonly all: readonly Person[]
  /** Pointer to a person by the name. */
  readonly pointer: (name: string) => string
}

/** Answers for what no person decided. */
export const PROGRAM = 'resp.program'

/** The contributors of an edition, then those whose rulings it has, in the order of the text. */
export function peopleOf(edition: Edition): People {
  const { contributors } = edition.meta
  const rulers = new Set(
    [...everyNode(edition)].flatMap(({ ruling }) => (ruling === undefined ? [] : [ruling.by])),
  )
  for (const { name } of contributors) rulers.delete(name)
  const all: Person[] = [
    ...contributors.map((contributor) => ({ name: contributor.name, contributor })),
    ...[...rulers].map((name) => ({ name })),
  ].map((person, index) => ({ ...person, id: `resp.${index + 1}` }))
  return { all, pointer: (name) => `#${all.find((p) => p.name === name)?.id ?? PROGRAM}` }
}
