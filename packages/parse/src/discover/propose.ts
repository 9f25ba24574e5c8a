import {
  InputError,
  type LogicalBlock,
  type Segmentation,
  type SegmentedWork,
  type Source,
  type WitnessText,
  type WorkSpec,
} from '@huijiao/model'
import { foldText, segment, shortestQuotation } from '@huijiao/segment'
import { closedUp, isJoiner, isUnseen, unwrapped } from '@huijiao/text'

/** A work as `edition.yaml` names it. */
export interface ProposedWork {
  readonly id: string
  readonly title: string
  readonly supplied?: true
  readonly files?: 'all' | readonly string[]
  readonly cut?: readonly ProposedQuotation[]
  readonly contains?: readonly ProposedQuotation[]
}

interface ProposedQuotation {
  readonly text: string
  readonly siglum: string
}

export interface Proposal {
  readonly works: readonly ProposedWork[]
  /** What is found with that proposal. */
  readonly segmentation: Segmentation
}

/**
 * Works for raw files, said as simply as will do: by their files where those hold nothing else, else by their
 * titles, else with quotations where each begins. Each way is read back, and the first that gives the works that
 * were found is taken; where none does, what the last one gives is what is proposed.
 */
export function propose(sources: readonly Source[]): Proposal {
  const found = segment(sources, null)
  const ways = [
    found.works.map((work) => proposed(work, found, sources, 'title')),
    found.works.map((work) => proposed(work, found, sources, 'contains')),
    found.works.map((work) => proposed(work, found, sources, 'cut')),
  ]
  for (const works of ways) {
    const segmentation = readBack(works, sources)
    if (segmentation !== null && sameWorks(found, segmentation)) return { works, segmentation }
  }
  return completed(
    found.works.map((work) => titleOf(work, sources)),
    sources,
  )
}

/** What is found with a proposal; null where one of its quotations does not do. */
function readBack(works: readonly ProposedWork[], sources: readonly Source[]): Segmentation | null {
  try {
    return segment(sources, works.map(specOf))
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

/** Rounds of reading a proposal back; each adds works that only then were found. */
const ROUNDS = 3

/** Works with those that only reading them back brings up, until none is new. */
function completed(works: readonly ProposedWork[], sources: readonly Source[]): Proposal {
  let all = [...works]
  let segmentation = segment(sources, all.map(specOf))
  for (let round = 0; round < ROUNDS; round += 1) {
    const named = new Set(all.map(({ id }) => id))
    const more = segmentation.works.filter(({ id }) => !named.has(id))
    if (more.length === 0) break
    const last = segmentation
    const quoted = [...all, ...more.map((work) => proposed(work, last, sources, 'contains'))]
    const again = readBack(quoted, sources)
    all = again === null ? [...all, ...more.map((work) => titleOf(work, sources))] : quoted
    segmentation = again ?? segment(sources, all.map(specOf))
  }
  const held = new Set(
    segmentation.works.flatMap(({ id, texts }) => (texts.length > 0 ? [id] : [])),
  )
  return { works: all.filter(({ id }) => held.has(id)), segmentation }
}

/** What the parser makes of a proposed work; places in a file that is not yet written are its first line. */
function specOf(work: ProposedWork): WorkSpec {
  const place = { line: 1, column: 1 }
  const { files, cut, contains, supplied, ...rest } = work
  return {
    ...rest,
    supplied: supplied ?? false,
    placement: 'body',
    ...(files === undefined ? {} : { files: { names: files, ...place } }),
    ...(cut === undefined ? {} : { cut: cut.map((quotation) => ({ ...quotation, ...place })) }),
    ...(contains === undefined
      ? {}
      : { contains: contains.map((quotation) => ({ ...quotation, ...place })) }),
  }
}

/** Whether two segmentations have the same text in the same works. */
function sameWorks(one: Segmentation, two: Segmentation): boolean {
  const parts = ({ works }: Segmentation): string =>
    works
      .filter(({ texts }) => texts.length > 0)
      .map(({ texts }) =>
        texts
          .map(
            ({ file, blocks }) =>
              `${file}:${blocks.flatMap((block) => block.parts.map(({ start, end }) => `${start}-${end}`)).join(',')}`,
          )
          .sort()
          .join(';'),
      )
      .sort()
      .join('|')
  return parts(one) === parts(two)
}

/** By what a work is known: its files or title, quotations of it besides, or where it begins. */
type Means = 'title' | 'contains' | 'cut'

/** A work that was found, as `edition.yaml` may name it. */
export function proposed(
  work: SegmentedWork,
  { works }: Segmentation,
  sources: readonly Source[],
  means: Means,
): ProposedWork {
  const named = titleOf(work, sources)
  const files = wholeFiles(work, works)
  if (files !== null) {
    return { ...named, files: files.length === sources.length ? 'all' : files }
  }
  const alike = works.some(
    (other) => other !== work && foldText(titleOf(other, sources).title) === foldText(named.title),
  )
  const quoted = (texts: readonly WitnessText[], blocks: 'first' | 'any'): ProposedQuotation[] =>
    texts.flatMap((text) => {
      const source = sources.find(({ file }) => file === text.file)
      if (source === undefined) return []
      const quotation = distinct(blocks === 'any' ? text.blocks : text.blocks.slice(0, 1), source)
      return quotation === null ? [] : [{ text: quotation, siglum: source.siglum }]
    })
  if (means === 'cut') {
    const cut = quoted(work.texts, 'first')
    return cut.length === 0 ? named : { ...named, cut }
  }
  if (means === 'title' && named.supplied !== true && !alike) return named
  const contains = quoted(means === 'title' ? work.texts.slice(0, 1) : work.texts, 'any')
  return contains.length === 0 ? named : { ...named, contains }
}

/** The files of a work, where they hold nothing else; null where they do. */
function wholeFiles(work: SegmentedWork, works: readonly SegmentedWork[]): string[] | null {
  const files = [...new Set(work.texts.map(({ file }) => file))]
  const shared = works.some(
    (other) => other !== work && other.texts.some(({ file }) => files.includes(file)),
  )
  return shared || files.length === 0 ? null : files.sort()
}

/** The title that most texts have; where none has one, the first words. */
function titleOf(
  work: SegmentedWork,
  sources: readonly Source[],
): Pick<ProposedWork, 'id' | 'title' | 'supplied'> {
  const title = commonest(
    work.texts.flatMap((text) => {
      const source = sources.find(({ file }) => file === text.file)
      const block = text.blocks.find(({ role }) => role === 'title')
      return source === undefined || block === undefined ? [] : [blockText(block, source)]
    }),
  )
  if (title !== undefined) return { id: work.id, title }
  const [text] = work.texts
  const source = sources.find(({ file }) => file === text?.file)
  const [block] = text?.blocks ?? []
  if (source === undefined || block === undefined) return { id: work.id, title: work.id }
  const words = Array.from(blockText(block, source))
  const opening = words.length > 20 ? `${words.slice(0, 20).join('')}……` : words.join('')
  return { id: work.id, title: opening, supplied: true }
}

/** The title that most texts have, width and marks aside; of several the first. */
function commonest(titles: readonly string[]): string | undefined {
  const votes = (title: string): number =>
    titles.filter((other) => foldText(other) === foldText(title)).length
  return titles.toSorted((a, b) => votes(b) - votes(a))[0]
}

/** The first words of a text that stand once in its source; null where none are found. */
function distinct(blocks: readonly LogicalBlock[], source: Source): string | null {
  for (const part of blocks.flatMap(({ parts }) => parts)) {
    const text = shortestQuotation(source, part, 'beginning')
    if (text !== null) return text
  }
  return null
}

/** What is seen of a block, on one line: a title of a work has nothing in it that is not. */
function blockText({ parts }: LogicalBlock, { points }: Source): string {
  const isSeen = (at: number): boolean => !isUnseen(points[at] ?? '') || isJoiner(points, at)
  const seen = parts.flatMap(({ start, end }) =>
    points.slice(start, end).filter((_, k) => isSeen(start + k)),
  )
  return closedUp(unwrapped(seen.join('')))
}
