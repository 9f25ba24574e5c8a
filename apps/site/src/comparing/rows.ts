import {
  type App,
  type CanonicalNode,
  LACUNA_SIGN,
  leafBlocks,
  toText,
  type Work,
} from '@huijiao/ast'

/** A stretch of a block as witnesses have it. */
export type Piece =
  | {
      readonly kind: 'run'
      readonly text: string
      /** Witnesses that have it; none where the editor supplied it. */
      readonly sigla: ReadonlySet<string>
    }
  | {
      readonly kind: 'locus'
      readonly app: App
      /** The lemma, as far as it stands in this block. */
      readonly text: string
      /** A later part of a locus that began in another block. */
      readonly later: boolean
    }

/** A block of a work, to be set beside what witnesses have for it. */
export interface Row {
  readonly id: string
  /** Code points. */
  readonly length: number
  readonly pieces: readonly Piece[]
}

/** The blocks of a work with their loci, in order. */
export function rowsOf(work: Work): Row[] {
  return [...leafBlocks(work)].map(({ id, node }) => ({
    id,
    length: [...toText(node)].length,
    pieces: piecesOf(node),
  }))
}

function piecesOf(node: CanonicalNode): Piece[] {
  if (node.type === 'app') {
    const { continues } = node
    return [{ kind: 'locus', app: node, text: toText(node), later: continues !== undefined }]
  }
  if (node.type === 'text') {
    const sigla = new Set((node.data?.attestations ?? []).map(({ siglum }) => siglum))
    return [{ kind: 'run', text: node.value, sigla }]
  }
  if (node.type === 'lacuna') return [supplied(LACUNA_SIGN)]
  if (node.type === 'break') return [supplied(' ')]
  const children: readonly CanonicalNode[] = 'children' in node ? node.children : []
  return children.flatMap((child, i) => [
    ...(i > 0 && node.type === 'tableRow' ? [supplied('　')] : []),
    ...piecesOf(child),
  ])
}

const supplied = (text: string): Piece => ({ kind: 'run', text, sigla: new Set() })

/** Loci of a row, each once, those alone that begin in it. */
export const lociIn = ({ pieces }: Row): App[] =>
  pieces.flatMap((piece) => (piece.kind === 'locus' && !piece.later ? [piece.app] : []))

/** What a witness has at a locus; null where it has nothing that is counted, as where it has a gap. */
export function readingOf(app: App, siglum: string): App['readings'][number] | null {
  return app.readings.find(({ sigla }) => sigla.includes(siglum)) ?? null
}

/** How witnesses depart from the lemma at a locus, each kind once. */
export const typesOf = (app: App): string[] => [
  ...new Set(app.readings.map(({ type }) => type).filter((type) => type !== 'lemma')),
]

/** Witnesses that depart from the lemma. */
export const departing = (app: App): string[] =>
  app.readings.filter(({ type }) => type !== 'lemma').flatMap(({ sigla }) => sigla)
