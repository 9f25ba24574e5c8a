import type { Attestation, Edition, Reading, RulingNote } from '@huijiao/ast'

/** What any node may have. */
export interface AnyNode {
  readonly type: string
  readonly sigla?: readonly string[]
  readonly identifier?: string
  readonly readings?: readonly Reading[]
  readonly ruling?: RulingNote
  readonly data?: { readonly attestations?: readonly Attestation[] }
  readonly headnote?: readonly AnyNode[]
  readonly children?: readonly AnyNode[]
}

/** Every node below some, in the order of the document; what the editor says before a text comes before it. */
export function* below(nodes: readonly object[]): Generator<AnyNode> {
  for (const node of nodes as readonly AnyNode[]) {
    yield node
    yield* below(node.headnote ?? [])
    yield* below(node.children ?? [])
  }
}

/** Every node of an edition, those of what its editor says among them. */
export const everyNode = ({
  preface = [],
  children,
  afterword = [],
}: Edition): Generator<AnyNode> => below([...preface, ...children, ...afterword])
