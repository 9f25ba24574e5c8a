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
  const children = hung(
    node.children,
    (node.children as CanonicalNode[]).map((child) => nodeOf(child, siglum)),
  )
  // A cell keeps its place in the row.
  const isGone = children.length === 0 && node.type !== 'tableCell'
  return isGone || isEmptyRow(children) ? [] : [{ ...node, children } as CanonicalNode]
}

/**
 * Marks of which the tree does not say who has them hang on what they stand behind, and opening ones on what they stand
 * before: a witness that has that has them.
 */
function hung(
  nodes: readonly CanonicalNode[],
  kept: readonly (readonly CanonicalNode[])[],
): CanonicalNode[] {
  /** Whether the witness has what is next on that side; undefined where nothing is. */
  const holds = (at: number, step: number): boolean | undefined => {
    for (let next = at + step; next in nodes; next += step) {
      if ((kept[next] ?? []).length > 0) return true
      if (!isOfNothing(nodes[next])) return false
    }
    return undefined
  }
  return nodes.flatMap((node, at) => {
    if (!isLooseMark(node)) return kept[at] ?? []
    const side = /^[\p{Ps}\p{Pi}]/u.test(node.value) ? 1 : -1
    return (holds(at, side) ?? holds(at, -side)) === true ? [node] : []
  })
}

/** Another mark, or an entry that leaves nothing in the text. */
const isOfNothing = (node: CanonicalNode | undefined): boolean =>
  node !== undefined && (isLooseMark(node) || (node.type === 'app' && node.children.length === 0))

const isLooseMark = (node: CanonicalNode): node is Text =>
  node.type === 'text' && node.data?.attestations === undefined && /^\p{P}+$/u.test(node.value)

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
      child.type === 'text' && !isLooseMark(child) ? runOf(child, siglum) : [child],
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
