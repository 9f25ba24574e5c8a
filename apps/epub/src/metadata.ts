import type { EditionMeta } from '@huijiao/ast'
import { clean, identifierOf } from '@huijiao/hast'
import { modifiedOf } from './identity.ts'

/** What the package document says of the book. */
export interface Metadata {
  readonly identifier: string
  readonly title: string
  readonly subtitle: string
  readonly language: string
  readonly modified: string
  readonly date: string
  readonly publisher: string
  readonly description: string
  /** What may be done with the book: who holds which rights, and the name of the licence. */
  readonly rights: readonly string[]
  /** Address of the licence; empty where there is none. */
  readonly licence: string
  readonly subjects: readonly string[]
  /** The series that the book belongs to; empty where there is none. */
  readonly series: string
  readonly creators: readonly Person[]
  readonly contributors: readonly Person[]
  readonly sources: readonly string[]
  readonly accessibility: readonly { readonly property: string; readonly value: string }[]
  /** Who says that the book conforms to EPUB Accessibility. */
  readonly certifiedBy: string
  /** The program that made the book. */
  readonly generator: string
  /** The printed book that the pages are those of; empty where pages are not marked. */
  readonly pageBreakSource: string
}

interface Person {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly fileAs: string
}

/** Longest value of a metadata field, in characters; longer ones are cut with an ellipsis. */
const LONGEST = 1000

export function metadataOf(meta: EditionMeta, pages: boolean, summary: string): Metadata {
  const line = (text: string | undefined) =>
    short(
      clean(text ?? '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
  const people = meta.contributors.map((c, i) => ({
    id: `person-${i + 1}`,
    name: line(c.name),
    // A relator code of MARC has three letters; anything else is no code.
    role: /^[a-z]{3}$/.test(c.role) ? c.role : '',
    fileAs: line(c.fileAs ?? c.name),
  }))
  // Without an author the editors answer for the book.
  const leading = people.some((p) => p.role === 'aut') ? 'aut' : 'edt'
  return {
    identifier: identifierOf(meta, 'epub'),
    title: line(meta.title) || meta.id,
    subtitle: line(meta.subtitle),
    language: meta.language,
    modified: modifiedOf(meta),
    date: meta.date,
    publisher: line(meta.publisher),
    description: line(meta.description),
    rights: [line(meta.rights), line(meta.licence?.name)].filter((said) => said !== ''),
    licence: line(meta.licence?.url),
    subjects: (meta.subjects ?? []).map(line).filter((subject) => subject !== ''),
    series: line(meta.series),
    creators: people.filter((p) => p.role === leading),
    contributors: people.filter((p) => p.role !== leading),
    sources: meta.witnesses.flatMap((w) =>
      w.sources.map((s) => line(`${w.siglum} ${w.description} ${s.file} sha-256:${s.sha256}`)),
    ),
    accessibility: [
      { property: 'schema:accessMode', value: 'textual' },
      { property: 'schema:accessModeSufficient', value: 'textual' },
      ...[
        'structuralNavigation',
        'tableOfContents',
        'readingOrder',
        'displayTransformability',
        'ARIA',
        'alternativeText',
        'unlocked',
        meta.layout === 'vertical' ? 'verticalWriting' : 'horizontalWriting',
        ...(pages ? ['pageNavigation', 'pageBreakMarkers'] : []),
      ].map((value) => ({ property: 'schema:accessibilityFeature', value })),
      { property: 'schema:accessibilityHazard', value: 'none' },
      { property: 'schema:accessibilitySummary', value: summary },
    ],
    certifiedBy: line(meta.publisher) || line(meta.generator),
    generator: line(meta.generator),
    pageBreakSource: pages ? identifierOf(meta, 'pdf') : '',
  }
}

function short(text: string): string {
  const points = [...text]
  return points.length <= LONGEST ? text : `${points.slice(0, LONGEST).join('')}……`
}
