import { METHODS, type EditionMeta, READING_TYPES } from '@huijiao/ast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import { text, type Writing } from './writing.ts'

/** How the document is encoded: apparatus, terms, pointers, characters. */
export function encoding(writing: Writing, meta: EditionMeta): Element {
  const prefixes = writing.identifiers.files.map(({ prefix, file, siglum }) =>
    x(
      'prefixDef',
      {
        ident: prefix,
        matchPattern: '([0-9]+)-([0-9]+)',
        // RFC 5147: characters of a plain text, from one place to another.
        replacementPattern: `witnesses/${encodeURIComponent(file).replaceAll('%2F', '/')}#char=$1,$2`,
        corresp: `#${writing.identifiers.witnessId(siglum)}`,
      },
      [
        x('p', [
          ...text(writing, siglum),
          { type: 'text' as const, value: ' ' },
          ...text(writing, file),
        ]),
      ],
    ),
  )
  const parts = [
    ...(meta.note.length === 0
      ? []
      : [
          x(
            'editorialDecl',
            meta.note.map((paragraph) => x('p', text(writing, paragraph))),
          ),
        ]),
    variants(writing),
    x('classDecl', taxonomies(writing)),
    ...(prefixes.length === 0 ? [] : [x('listPrefixDef', prefixes)]),
    x('appInfo', [application(writing, meta.generator)]),
  ]
  // The last: what is written before may declare characters.
  const declared = [...writing.declared.values()].toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
  return x('encodingDesc', [...parts, ...(declared.length === 0 ? [] : [x('charDecl', declared)])])
}

const idOf = (element: Element): string => element.attributes['xml:id'] ?? ''

const variants = ({ form }: Writing): Element =>
  form === 'parallel'
    ? x('variantEncoding', { method: 'parallel-segmentation', location: 'internal' })
    : x('variantEncoding', { method: 'double-end-point', location: 'external' })

/** The terms that entries point to, and those of their types, in the language of the edition. */
function taxonomies(writing: Writing): Element[] {
  const { strings } = writing
  const taxonomy = (id: string, terms: readonly (readonly [string, string])[]): Element =>
    x(
      'taxonomy',
      { 'xml:id': `terms.${id}` },
      terms.map(([term, words]) =>
        x('category', { 'xml:id': `${id}.${term}` }, [x('catDesc', text(writing, words))]),
      ),
    )
  return [
    taxonomy('method', [
      ...METHODS.map((method) => [method, strings.methods[method]] as const),
      ['none', strings.certainties.undecided],
    ]),
    taxonomy(
      'type',
      READING_TYPES.map((type) => [type, strings.types[type]] as const),
    ),
    taxonomy(
      'cause',
      (['noise', 'variation'] as const).map((c) => [c, strings.causes[c]] as const),
    ),
    taxonomy('speech', [
      ['question', strings.question],
      ['answer', strings.answer],
    ]),
  ]
}

/** `Huijiao 0.1.0`: name and version. */
function application(writing: Writing, generator: string): Element {
  const [, name = 'Huijiao', version = '0'] =
    /^(\w[\w-]*) (\d+(?:\.\d+){0,3})$/u.exec(generator) ?? []
  return x('application', { ident: name, version }, [x('label', text(writing, generator))])
}
