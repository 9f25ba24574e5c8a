import type { Edition, Flow } from '@huijiao/ast'
import { type Strings, stringsFor } from '@huijiao/hast/strings'
import type { Element, ElementContent } from 'xast'
import { characters, type Declared } from './characters.ts'
import { featureStructure } from './features.ts'
import { type Identifiers, identifiersOf } from './identifiers.ts'
import { peopleOf, type People } from './people.ts'

/**
 * Where the apparatus stands: each entry in its place in the text (TEI 13.2.3, parallel segmentation), or all after
 * the text, each between two anchors (13.2.2, double end-point).
 */
export type Form = 'parallel' | 'stand-off'

/** One document while it is written: what its parts leave for the header and the end. */
export interface Writing {
  readonly form: Form
  readonly strings: Strings
  readonly identifiers: Identifiers
  readonly people: People
  readonly declared: Declared
  /** Feature structures, which elements point to. */
  readonly features: Element[]
  /** Entries of the apparatus that stand after the text. */
  readonly entries: Element[]
  /** Ids of the notes of sources in the work that is written, by their identifiers. */
  readonly notes: Map<string, string>
  /** Those of them that stand in the document already. */
  readonly written: Set<string>
  /** Blocks as the content of an element that holds no divisions. */
  readonly contents: Contents
}

type Contents = (writing: Writing, nodes: readonly Flow[], level: number) => Element[]

export function writingOf(edition: Edition, form: Form, contents: Contents): Writing {
  return {
    form,
    strings: stringsFor(edition.meta.language),
    identifiers: identifiersOf(edition),
    people: peopleOf(edition),
    declared: new Map(),
    features: [],
    entries: [],
    notes: new Map(),
    written: new Set(),
    contents,
  }
}

/** Text as content. */
export const text = (writing: Writing, value: string): ElementContent[] =>
  characters(value, writing.declared)

/** Keeps data for the end of the document, and gives the pointer to it. */
export function feature(writing: Writing, type: string, value: object): string {
  const id = `fs.${writing.features.length + 1}`
  writing.features.push(featureStructure(value, writing.declared, { 'xml:id': id, type }))
  return `#${id}`
}

/**
 * The attribute `ana` for what the element of a node does not say: its other fields as a feature structure, after
 * `more` pointers.
 *
 * @param said fields that the element says.
 */
export function rest(
  writing: Writing,
  node: { readonly type: string },
  said: readonly string[] = [],
  more: readonly string[] = [],
): { readonly ana?: string } {
  const skipped = new Set(['type', 'children', ...said])
  const others = Object.entries(node).filter(
    ([name, value]) => !skipped.has(name) && value !== undefined,
  )
  const pointers = [
    ...more,
    ...(others.length === 0 ? [] : [feature(writing, node.type, Object.fromEntries(others))]),
  ]
  return pointers.length === 0 ? {} : { ana: pointers.join(' ') }
}

/** The identifier of a note as an attribute, where it is a word that an attribute can hold. */
export const labelled = (identifier: string) =>
  /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(identifier)
    ? { attributes: { n: identifier }, said: ['identifier'] }
    : { attributes: {}, said: [] }
