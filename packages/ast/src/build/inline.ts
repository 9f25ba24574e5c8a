import type {
  InlineNote,
  Lacuna,
  Phrasing,
  ProperName,
  Ruby,
  SourceNoteCall,
  Text,
} from '../nodes.ts'
import type { Attestation } from '../readings.ts'

/** A string is short for a text node without provenance. */
export type Inline = string | Phrasing

/** Content as nodes. */
export const inline = (content: readonly Inline[]): Phrasing[] =>
  content.map((c) => (typeof c === 'string' ? text(c) : c))

/** A run of text, with the witnesses that attest it. */
export function text(value: string, attestations?: readonly Attestation[]): Text {
  return attestations === undefined
    ? { type: 'text', value }
    : { type: 'text', value, data: { attestations } }
}

export function ruby(base: string, annotation: string): Ruby {
  return { type: 'ruby', annotation, children: [text(base)] }
}

/** A known gap; what the editor says of it, where he does. */
export function lacuna(said: Omit<Lacuna, 'type'> = {}): Lacuna {
  return { type: 'lacuna', ...said }
}

export function inlineNote(...content: readonly Inline[]): InlineNote {
  return { type: 'inlineNote', children: inline(content) }
}

export function sourceNoteCall(identifier: string, ...content: readonly Inline[]): SourceNoteCall {
  return { type: 'sourceNoteCall', identifier, children: inline(content) }
}

export function properName(kind: ProperName['kind'], ...content: readonly Inline[]): ProperName {
  return { type: 'properName', kind, children: inline(content) }
}
