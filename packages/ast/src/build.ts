import type { EditionMeta, Recension } from './meta.ts'
import type {
  Answer,
  App,
  Byline,
  Dateline,
  Edition,
  Flow,
  Heading,
  Lacuna,
  Paragraph,
  Phrasing,
  Question,
  Ruby,
  Salutation,
  Section,
  Subtitle,
  Text,
  Title,
  Work,
} from './nodes.ts'
import type { Attestation, Reading, ReadingType } from './readings.ts'

/** A string stands for a text node without provenance. */
export type Inline = string | Phrasing

const inline = (content: readonly Inline[]): Phrasing[] =>
  content.map((c) => (typeof c === 'string' ? text(c) : c))

/** A run of text, with the witnesses that attest it. */
export function text(value: string, attestations?: readonly Attestation[]): Text {
  return attestations === undefined
    ? { type: 'text', value }
    : { type: 'text', value, data: { attestations } }
}

export function paragraph(...content: readonly Inline[]): Paragraph {
  return { type: 'paragraph', children: inline(content) }
}

export function salutation(...content: readonly Inline[]): Salutation {
  return { type: 'salutation', children: inline(content) }
}

export function byline(...content: readonly Inline[]): Byline {
  return { type: 'byline', children: inline(content) }
}

export function dateline(...content: readonly Inline[]): Dateline {
  return { type: 'dateline', children: inline(content) }
}

export function title(...content: readonly Inline[]): Title {
  return { type: 'title', children: inline(content) }
}

/** A title that the sources do not carry. */
export function suppliedTitle(...content: readonly Inline[]): Title {
  return { type: 'title', supplied: true, children: inline(content) }
}

export function subtitle(...content: readonly Inline[]): Subtitle {
  return { type: 'subtitle', children: inline(content) }
}

export function heading(depth: Heading['depth'], ...children: Heading['children']): Heading {
  return { type: 'heading', depth, children }
}

export function question(...children: Question['children']): Question {
  return { type: 'question', children }
}

export function answer(...children: Answer['children']): Answer {
  return { type: 'answer', children }
}

export function section(...children: Section['children']): Section {
  return { type: 'section', children }
}

/** A known gap; the reason says why text is held to be missing. */
export function lacuna(reason?: string): Lacuna {
  return reason === undefined ? { type: 'lacuna' } : { type: 'lacuna', reason }
}

export function ruby(base: string, annotation: string): Ruby {
  return { type: 'ruby', annotation, children: [text(base)] }
}

/** A reading of an apparatus entry. */
export function reading(
  type: ReadingType,
  value: string,
  sigla: readonly string[],
  attestations: readonly Attestation[] = [],
): Reading {
  return { text: value, sigla: [...sigla], type, attestations: [...attestations] }
}

/**
 * An apparatus entry. Unless said otherwise it is a variation of the content layer that nothing decided.
 * The lemma may be empty, where the text omits what a witness has.
 */
export function app(
  id: string,
  lemma: string | readonly (Text | Lacuna)[],
  readings: readonly Reading[],
  rest: Partial<Omit<App, 'type' | 'id' | 'readings' | 'children'>> = {},
): App {
  const children = typeof lemma === 'string' ? (lemma === '' ? [] : [text(lemma)]) : [...lemma]
  return {
    type: 'app',
    id,
    layer: 'content',
    method: null,
    evidence: [],
    certainty: 'undecided',
    cause: 'variation',
    ...rest,
    readings: [...readings],
    children,
  }
}

/** A work; its heading comes first among the children. */
export function work(
  id: string,
  children: readonly (Heading | Flow)[],
  rest: {
    placement?: Work['placement']
    sigla?: readonly string[]
    recensions?: readonly Recension[]
  } = {},
): Work {
  return {
    type: 'work',
    id,
    placement: rest.placement ?? 'body',
    sigla: [...(rest.sigla ?? [])],
    recensions: [...(rest.recensions ?? [])],
    children: [...children],
  }
}

export function edition(meta: EditionMeta, ...works: readonly Work[]): Edition {
  return { type: 'edition', meta, children: [...works] }
}
