import type { BookDocument } from '@huijiao/hast'

/** A place that reading systems offer by name. */
export interface Landmark {
  readonly type: string
  readonly href: string
  readonly title: string
}

/** The first document of each kind that a reader may look for. */
export function landmarksOf(
  documents: readonly BookDocument[],
  contents: string,
): readonly Landmark[] {
  const named: [string, BookDocument | undefined][] = [
    ['titlepage', documents.find((d) => d.kind === 'titlepage')],
    [
      'preface',
      documents.find((d) => d.kind === 'preface') ??
        documents.find((d) => d.kind === 'editorial-note'),
    ],
    ['bodymatter', documents.find((d) => d.matter === 'body')],
    ['appendix', documents.find((d) => d.kind === 'apparatus')],
  ]
  return [
    { type: 'toc', href: 'toc.xhtml#toc', title: contents },
    ...named.flatMap(([type, d]) =>
      d === undefined
        ? []
        : [{ type, href: `${d.id}.xhtml`, title: d.title === '' ? d.id : d.title }],
    ),
  ]
}
