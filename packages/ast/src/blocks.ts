import type { Container, LeafBlock } from './kinds.ts'
import type { Edition, Work } from './nodes.ts'
import { isNodeType, specOf } from './spec.ts'

/** A block of a work with its number and the containers around it. */
export interface NumberedBlock {
  /** From 1, in text order; the line of the block in the text export. */
  readonly number: number
  /** Permanent within one state of the text: `<work>-b<number>`. */
  readonly id: string
  readonly node: LeafBlock
  /** From the work down to the parent, the work first. */
  readonly ancestors: readonly Container[]
}

/**
 * The blocks of a work in text order, numbered from 1. Which nodes are blocks, and which hold them, the specification
 * says: a gap between blocks counts, a line of verse, a row of a table.
 */
export function* leafBlocks(work: Work): Generator<NumberedBlock> {
  let number = 0
  function* walk(parent: Container, ancestors: readonly Container[]): Generator<NumberedBlock> {
    const here = [...ancestors, parent]
    for (const child of parent.children) {
      if (isContainer(child)) yield* walk(child, here)
      else {
        number += 1
        yield { number, id: blockId(work.id, number), node: child, ancestors: here }
      }
    }
  }
  yield* walk(work, [])
}

const isContainer = (node: Container | LeafBlock): node is Container =>
  isNodeType(node.type) && specOf(node.type).block === 'container'

/** The id of a block in every rendering. */
export function blockId(work: string, number: number): string {
  return `${work}-b${number}`
}

/** The blocks of all works of an edition, by work in book order. */
export function editionBlocks(edition: Edition): Map<string, NumberedBlock[]> {
  return new Map(edition.children.map((work) => [work.id, [...leafBlocks(work)]]))
}
