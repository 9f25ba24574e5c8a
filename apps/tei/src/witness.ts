import {
  type App,
  type Attestation,
  type CanonicalNode,
  type Edition,
  type Heading,
  type Lacuna,
  type Phrasing,
  type Text,
  text,
  type Work,
} from '@huijiao/ast'

/**
 * What one witness has of an edition, in the order of the edition: its reading at each entry of the apparatus, and
 * of the rest the runs that it attests. Blocks of which it has nothing are left out, works with them; their headings,
 * the editor's words and known gaps stay.
 *
 * @example of 国〔甲明，乙名〕 the witness 乙 has 国名
 */
export function witnessOf(edition: Edition, siglum: string): Edition {
  const { preface: _, afterword: __, meta, children, ...rest } = edition
  const works = children.filter(({ sigla }) => sigla.includes(siglum))
  return {
    ...rest,
    meta: { ...meta, witnesses: meta.witnesses.filter((witness) => witness.siglum === siglum) },
    children: works.map((work) => workOf(work, siglum)),
  }
}

function workOf(work: Work, siglum: string): Work {
  const { headnote: _, base: __, ...rest } = work
  const children = work.children.flatMap((child) => nodeOf(child, siglum))
  return { ...rest, sigla: [siglum], recensions: [], children } as Work
}

/** A node without what the witness lacks; nothing where that was all of it. */
function nodeOf(node: CanonicalNode, siglum: string): CanonicalNode[] {
  switch (node.type) {
    case 'text':
      return runOf(node, siglum)
    case 'app':
      return readingOf(node, siglum)
    case 'heading':
      return [headingOf(node, siglum)]
    default:
      return partsOf(node, siglum)
  }
}

function partsOf(node: CanonicalNode, siglum: string): CanonicalNode[] {
  if (!('children' in node) || node.children.length === 0) return [node]
  const children = (node.children as CanonicalNode[]).flatMap((child) => nodeOf(child, siglum))
  // A cell keeps its place in the row.
  const isGone = children.length === 0 && node.type !== 'tableCell'
  return isGone || isEmptyRow(children) ? [] : [{ ...node, children } as CanonicalNode]
}

const isEmptyRow = (children: readonly CanonicalNode[]): boolean =>
  children.length > 0 &&
  children.every((child) => child.type === 'tableCell' && child.children.length === 0)

/** A title that the witness does not carry is supplied from the edition. */
function headingOf(heading: Heading, siglum: string): Heading {
  const children = heading.children.flatMap((part) => {
    const found = partsOf(part, siglum) as Heading['children']
    if (found.length > 0 || part.type !== 'title') return found
    return [{ ...part, supplied: true, children: part.children.flatMap(lemmaOf) }]
  })
  return { ...heading, children }
}

const lemmaOf = (node: Phrasing): Phrasing[] => (node.type === 'app' ? node.children : [node])

/** What the witness reads at an entry. */
function readingOf({ readings, children }: App, siglum: string): (Text | Lacuna)[] {
  const own = readings.find(({ sigla }) => sigla.includes(siglum))
  if (own === undefined) return []
  if (own.type === 'lemma') {
    return children.flatMap((child): (Text | Lacuna)[] =>
      child.type === 'text' ? runOf(child, siglum) : [child],
    )
  }
  return own.text === '' ? [] : [text(own.text, ownOf(own.attestations, siglum))]
}

/** A run of text with the places where the witness has it; nothing where it has it nowhere. */
function runOf({ value, data }: Text, siglum: string): Text[] {
  const own = ownOf(data?.attestations, siglum)
  return own.length === 0 ? [] : [text(value, own)]
}

const ownOf = (attestations: readonly Attestation[] = [], siglum: string): Attestation[] =>
  attestations.filter((attestation) => attestation.siglum === siglum)
