import type { Edition, Flow, Heading, Work } from '@huijiao/ast'
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { contents, division, floating } from './divisions.ts'
import { header } from './header.ts'
import { indent } from './indent.ts'
import { notesOf } from './source-notes.ts'
import { feature, type Form, rest, type Writing, writingOf } from './writing.ts'

/** How a document is written. */
export interface TeiOptions {
  /** `parallel` unless given. */
  readonly form?: Form
}

/**
 * Writes an edition as a TEI P5 document. The same tree gives the same text; `fromTei` gives the tree back.
 *
 * @example `国〔app 明：甲明，乙名〕` is `国<app …><lem wit="#wit.甲">明</lem><rdg wit="#wit.乙" type="substitution">名</rdg></app>`
 */
export function toTei(edition: Edition, options: TeiOptions = {}): string {
  const writing = writingOf(edition, options.form ?? 'parallel', contents)
  const { preface, afterword, children } = edition
  const front = preface === undefined ? [] : [x('front', [prose(writing, 'preface', preface)])]
  const body = x(
    'body',
    children.map((node) => work(writing, node)),
  )
  const after = afterword === undefined ? [] : [prose(writing, 'afterword', afterword)]
  const back = [...after, ...apparatus(writing)]
  const described = feature(writing, 'edition', {
    meta: edition.meta,
    files: writing.identifiers.files,
  })
  const text = x('text', { 'xml:lang': edition.meta.language, ana: described }, [
    ...front,
    body,
    ...(back.length === 0 ? [] : [x('back', back)]),
  ])
  const root = x(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': edition.meta.language },
    [
      // It declares the characters that the text turned out to have.
      header(writing, edition),
      ...writing.identifiers.facsimile.elements,
      text,
      x('standOff', writing.features),
    ],
  )
  // The serializer leaves the one sequence that may not stand in text.
  const xml = toXml(indent(root), { closeEmptyElements: true }).replaceAll(']]>', ']]&gt;')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`
}

function work(writing: Writing, node: Work): Element {
  const { id, placement, headnote, children } = node
  writing.notes.clear()
  for (const [identifier, note] of notesOf(node)) writing.notes.set(identifier, note)
  const said = ['id', 'placement', 'headnote']
  const content = division(writing, children, 1)
  const heads = content.findIndex(({ name }) => !['head', 'byline', 'dateline'].includes(name))
  const note = headnote === undefined ? [] : [floating(writing, 'headnote', headnote, 1)]
  const at = heads < 0 ? content.length : heads
  return x(
    'div',
    { type: 'work', subtype: placement, 'xml:id': id, ...rest(writing, node, said) },
    [...content.slice(0, at), ...note, ...content.slice(at)],
  )
}

const prose = (writing: Writing, type: string, nodes: readonly (Heading | Flow)[]): Element =>
  x('div', { type }, division(writing, nodes, 1))

/** The entries that stand after the text. */
const apparatus = ({ entries, strings }: Writing): Element[] =>
  entries.length === 0
    ? []
    : [x('div', { type: 'apparatus' }, [x('head', strings.apparatus), x('listApp', entries)])]
