import {
  byline,
  dateline,
  type Flow,
  type Heading,
  heading,
  type Section,
  section,
  subtitle,
  suppliedTitle,
  type Title,
  title,
  toText,
} from '@huijiao/ast'
import type { BlockRole, WorkSpec } from '@huijiao/model'
import { type ComposedBlock, place } from './gather.ts'
import { phraseBreaks } from './phrases.ts'

type Part = Heading['children'][number]

/**
 * Builds the children of a work from its blocks in order: the heading first, then sections opened by
 * headings, with what belongs together gathered: questions, answers, verses, items, rows.
 */
export function structure(spec: WorkSpec, blocks: readonly ComposedBlock[]): (Heading | Flow)[] {
  const opening = openingLength(blocks)
  const parts = blocks.slice(0, opening).map(headingPart)
  const titled = parts.some((p) => p.type === 'title')
  const head = heading(1, ...(titled ? parts : [phrased(suppliedTitle(spec.title)), ...parts]))
  const top: (Heading | Flow)[] = [head]
  const open: { depth: number; section: Section }[] = []
  for (const block of blocks.slice(opening)) {
    if (block.role === 'heading') {
      while ((open.at(-1)?.depth ?? 0) >= block.depth) open.pop()
      const depth = Math.max(2, block.depth)
      const opened = section(heading(depth, phrased(title(...block.content))))
      ;(open.at(-1)?.section.children ?? top).push(opened)
      open.push({ depth: block.depth, section: opened })
    } else {
      place(open.at(-1)?.section.children ?? top, block)
    }
  }
  return top
}

/** Title, subtitle, dateline and byline at the top make the heading; text ends it. */
function openingLength(blocks: readonly ComposedBlock[]): number {
  const length = blocks.findIndex((b) => !HEADING_ROLES.has(b.role))
  const opening = length < 0 ? blocks.length : length
  return blocks.slice(0, opening).some((b) => b.role === 'title') ? opening : 0
}

const HEADING_ROLES: ReadonlySet<BlockRole> = new Set(['title', 'subtitle', 'dateline', 'byline'])

function headingPart(block: ComposedBlock): Part {
  switch (block.role) {
    case 'subtitle':
      return subtitle(...block.content)
    case 'dateline':
      return dateline(...block.content)
    case 'byline':
      return byline(...block.content)
    default:
      return phrased(title(...block.content))
  }
}

/** A title that says where its lines may end. */
function phrased(node: Title): Title {
  const breaks = phraseBreaks(node.children.map(toText).join(''))
  return breaks.length === 0 ? node : { ...node, breaks }
}
