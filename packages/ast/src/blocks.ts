import type {
  Answer,
  Edition,
  Flow,
  Heading,
  Lacuna,
  LeafBlock,
  MdastFlow,
  Question,
  Section,
  Work,
} from './nodes.ts'

/** A block of a work with its number and the containers it stands in. */
export interface NumberedBlock {
  /** From 1, in text order; the line of the block in the text export. */
  readonly number: number
  /** Permanent within one state of the text: `<work>-b<number>`. */
  readonly id: string
  readonly node: LeafBlock | Lacuna | MdastFlow
  /** From the work down to the parent, the work first. */
  readonly ancestors: readonly (Work | Section | Heading | Question | Answer)[]
}

const CONTAINERS = new Set(['section', 'heading', 'question', 'answer'])

/**
 * The blocks of a work in text order, numbered from 1. A gap between blocks counts as a block;
 * so does a table, list or block quotation as a whole.
 */
export function* leafBlocks(work: Work): Generator<NumberedBlock> {
  let number = 0
  function* walk(
    parent: Work | Section | Heading | Question | Answer,
    ancestors: readonly (Work | Section | Heading | Question | Answer)[],
  ): Generator<NumberedBlock> {
    const here = [...ancestors, parent]
    for (const child of parent.children as readonly (Heading | Flow | LeafBlock)[]) {
      if (CONTAINERS.has(child.type)) {
        yield* walk(child as Section | Heading | Question | Answer, here)
      } else {
        number += 1
        yield {
          number,
          id: blockId(work.id, number),
          node: child as NumberedBlock['node'],
          ancestors: here,
        }
      }
    }
  }
  yield* walk(work, [])
}

/** The id of a block in every rendering. */
export function blockId(work: string, number: number): string {
  return `${work}-b${number}`
}

/** The blocks of all works of an edition, by work in book order. */
export function editionBlocks(edition: Edition): Map<string, NumberedBlock[]> {
  return new Map(edition.children.map((work) => [work.id, [...leafBlocks(work)]]))
}
