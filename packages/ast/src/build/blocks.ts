import type { EditionMeta, Recension } from '../meta.ts'
import type {
  Answer,
  Byline,
  Dateline,
  Edition,
  Flow,
  Heading,
  Paragraph,
  Question,
  Salutation,
  Section,
  Subtitle,
  Title,
  Work,
} from '../nodes.ts'
import { type Inline, inline } from './inline.ts'

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

/** A work; its heading comes first among the children. */
export function work(
  id: string,
  children: readonly (Heading | Flow)[],
  rest: Partial<Omit<Work, 'type' | 'id' | 'children' | 'sigla' | 'recensions'>> & {
    readonly sigla?: readonly string[]
    readonly recensions?: readonly Recension[]
  } = {},
): Work {
  return {
    type: 'work',
    id,
    placement: 'body',
    ...rest,
    sigla: [...(rest.sigla ?? [])],
    recensions: [...(rest.recensions ?? [])],
    children: [...children],
  }
}

export function edition(meta: EditionMeta, ...works: readonly Work[]): Edition {
  return { type: 'edition', meta, children: [...works] }
}
