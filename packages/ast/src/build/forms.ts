import type {
  Blockquote,
  Figure,
  Flow,
  Lacuna,
  Line,
  List,
  SourceNote,
  Speaker,
  Speech,
  Stage,
  Stanza,
  Table,
  Verse,
} from '../nodes.ts'
import { paragraph } from './blocks.ts'
import { type Inline, inline } from './inline.ts'

/** A poem; a line given as a string has no provenance. */
export function verse(...children: Verse['children']): Verse {
  return { type: 'verse', children }
}

export function stanza(...lines: readonly (string | Line | Lacuna)[]): Stanza {
  return {
    type: 'stanza',
    children: lines.map((l) => (typeof l === 'string' ? line(l) : l)),
  }
}

export function line(...content: readonly Inline[]): Line {
  return { type: 'line', children: inline(content) }
}

export function speech(...children: Speech['children']): Speech {
  return { type: 'speech', children }
}

export function speaker(...content: readonly Inline[]): Speaker {
  return { type: 'speaker', children: inline(content) }
}

export function stage(...content: readonly Inline[]): Stage {
  return { type: 'stage', children: inline(content) }
}

/** A picture with its caption and credit; without `src` the caption alone. */
export function figure(
  picture: Pick<Figure, 'src' | 'alt'>,
  caption?: string | readonly Inline[],
  credit?: string | readonly Inline[],
): Figure {
  const part = <T extends 'caption' | 'credit'>(type: T, content?: string | readonly Inline[]) =>
    content === undefined
      ? []
      : [{ type, children: inline(typeof content === 'string' ? [content] : content) }]
  return {
    type: 'figure',
    ...picture,
    children: [...part('caption', caption), ...part('credit', credit)],
  }
}

/** A note that the source prints; the mark before it is part of its text. */
export function sourceNote(
  identifier: string | undefined,
  ...content: readonly Inline[]
): SourceNote {
  const children = inline(content)
  return identifier === undefined
    ? { type: 'sourceNote', children }
    : { type: 'sourceNote', identifier, children }
}

export function blockquote(...children: readonly Flow[]): Blockquote {
  return { type: 'blockquote', children: [...children] }
}

/** A list; an item given as a string is one paragraph. */
export function list(ordered: boolean, ...items: readonly (string | readonly Flow[])[]): List {
  return {
    type: 'list',
    ordered,
    children: items.map((item) => ({
      type: 'listItem',
      children: typeof item === 'string' ? [paragraph(item)] : [...item],
    })),
  }
}

/** A table by rows of cells, the head first. */
export function table(...rows: readonly (readonly (string | readonly Inline[])[])[]): Table {
  return {
    type: 'table',
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({
        type: 'tableCell',
        children: inline(typeof cell === 'string' ? [cell] : cell),
      })),
    })),
  }
}
