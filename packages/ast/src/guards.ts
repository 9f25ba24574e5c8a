import type { Node } from 'unist'
import type { CanonicalNode, LeafBlock } from './kinds.ts'
import type { App, Edition, Heading, Lacuna, SourceNote, Text, Title, Work } from './nodes.ts'
import { isNodeType, specOf } from './spec.ts'

const is =
  <T extends CanonicalNode>(type: T['type']) =>
  (node: Node): node is T =>
    node.type === type

export const isEdition: (node: Node) => node is Edition = is<Edition>('edition')
export const isWork: (node: Node) => node is Work = is<Work>('work')
export const isHeading: (node: Node) => node is Heading = is<Heading>('heading')
export const isTitle: (node: Node) => node is Title = is<Title>('title')
export const isText: (node: Node) => node is Text = is<Text>('text')
export const isApp: (node: Node) => node is App = is<App>('app')
export const isLacuna: (node: Node) => node is Lacuna = is<Lacuna>('lacuna')

/** A block that takes a line of the text export. A `dateline`, `lacuna` or `stage` may also stand in a line. */
export function isLeafBlock(node: Node): node is LeafBlock {
  return isNodeType(node.type) && specOf(node.type).block === 'leaf'
}

/** A note that the text calls: it stands after the text and is no part of it. */
export const isCalledNote = (node: Node): node is SourceNote =>
  node.type === 'sourceNote' && 'identifier' in node

/** All apparatus entries below a node, in text order. */
export const appsOf = (node: Node): Generator<App> => nodesOf(node, isApp)

/** All gaps below a node, in text order. */
export const lacunaeOf = (node: Node): Generator<Lacuna> => nodesOf(node, isLacuna)

function* nodesOf<T extends Node>(node: Node, wanted: (node: Node) => node is T): Generator<T> {
  if (wanted(node)) yield node
  if ('children' in node && Array.isArray(node.children)) {
    for (const child of node.children) yield* nodesOf(child as Node, wanted)
  }
}
