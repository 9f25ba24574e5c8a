import type { AsideKind, MarkKind } from '@huijiao/model'

/** Elements that are blocks of their own, with the mark that they leave. */
export const BLOCKS: Readonly<Record<string, MarkKind | null>> = {
  p: 'paragraph',
  ab: 'paragraph',
  head: 'heading',
  jhead: 'heading',
  titlePart: 'heading',
  l: 'verse',
  lg: 'stanza',
  item: 'item',
  row: 'row',
  quote: null,
  byline: 'byline',
  docAuthor: 'byline',
  dateline: 'dateline',
  salute: null,
  signed: null,
  trailer: null,
  speaker: null,
  stage: null,
  sp: null,
  table: null,
  list: null,
  figure: null,
  text: null,
  body: null,
  front: null,
  back: null,
  group: null,
  argument: null,
  epigraph: null,
  postscript: null,
  opener: null,
  closer: null,
  juan: null,
}

/** Blocks that stand on the line after the one before, with no blank line between. */
export const CLOSE = new Set(['l', 'item', 'row', 'salute', 'signed', 'speaker'])

/** Elements whose words are no running text. */
export const ASIDES: Readonly<Record<string, AsideKind>> = {
  fw: 'running-head',
  mulu: 'navigation',
  docNumber: 'other',
  figDesc: 'other',
  del: 'other',
  surplus: 'other',
  listApp: 'other',
  desc: 'other',
}

/** Elements of which no word counts: they describe, or are read elsewhere. */
export const HIDDEN = new Set(['teiHeader', 'facsimile', 'standOff', 'app', 'charDecl'])

/** Of two ways of writing one thing the one that the source has, then the editor's. */
export const CHOICES = ['sic', 'orig', 'abbr', 'unclear', 'corr', 'reg', 'expan']

export const MARKS: Readonly<Record<string, MarkKind>> = { hi: 'emphasis', emph: 'emphasis' }
