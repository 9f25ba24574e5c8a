import type { BlockRole } from '@huijiao/model'
import type { Label } from '../label/index.ts'
import {
  isAnswer,
  isBracketedDateline,
  isByline,
  isClosingDateline,
  isLoneName,
  isNameLine,
  isNumbered,
  isQuestion,
  isSalutation,
  isSubtitle,
  opensWithDateline,
} from '../page/marks.ts'
import { numberingOf } from '../page/numbering.ts'

/** A block of one witness text before it has a role. */
export interface RawBlock {
  readonly text: string
  /** Its atoms are headlines by form and place. */
  readonly head: boolean
  /** It belongs to the title of the work. */
  readonly title: boolean
  /** Level of a markdown heading; 0 where it is none. */
  readonly level: number
  /** Depth of a section heading, where that is known from all headings of the file. */
  readonly depth: number | null
  /** What its first line was taken for; null where nobody asked. */
  readonly label: Label | null
  /** A blank line stands before it. */
  readonly apart: boolean
}

export interface Role {
  readonly role: BlockRole
  readonly depth?: number
  /** Opens a group: the first line of a stanza, the first item of a list. */
  readonly first?: true
}

/** Blocks from the top among which bylines stand, and from the end. */
const TOP = 7
const FOOT = 3

/** The roles of the blocks of one witness text, in reading order. */
export function rolesOf(blocks: readonly RawBlock[]): Role[] {
  const roles: Role[] = []
  let answering = false
  for (const index of blocks.keys()) {
    const role = roleOf(blocks, index, roles, answering)
    if (role.role === 'answer') answering = true
    else if (role.role !== 'paragraph') answering = false
    roles.push(role)
  }
  return roles
}

function roleOf(
  blocks: readonly RawBlock[],
  index: number,
  before: readonly Role[],
  answering: boolean,
): Role {
  const block = blocks[index]
  if (block === undefined) return { role: 'paragraph' }
  const { text } = block
  const top = index < TOP && before.every(({ role }) => role !== 'paragraph' && role !== 'answer')
  if (block.title) {
    if (before.every(({ role }) => role !== 'title')) return { role: 'title' }
    if (isSubtitle(text) || !isVerse(blocks, text)) return { role: 'subtitle' }
    return isOrdinal(text) ? { role: 'heading', depth: 2 } : { role: 'paragraph' }
  }
  if (block.head && block.depth !== null && numberingOf(text) !== null) {
    return { role: 'heading', depth: block.depth }
  }
  if (top && isSubtitle(text) && before.some(({ role }) => role === 'title')) {
    return { role: 'subtitle' }
  }
  if (isBracketedDateline(text) || isClosingDateline(text)) return { role: 'dateline' }
  if (opensWithDateline(text) && isShortLine(text)) return { role: 'dateline' }
  const edge = top || index >= blocks.length - FOOT
  if (edge && (isByline(text) || isNameLine(text))) return { role: 'byline' }
  if (top && index > 0 && isLoneName(text)) return { role: 'byline' }
  if (isSalutation(text) && !answering) return { role: 'salutation' }
  if (isQuestion(text)) return { role: 'question' }
  if (isAnswer(text)) return { role: 'answer' }
  if (isNumbered(text) && /[？?]["”’」』]?$/u.test(text)) {
    const next = blocks[index + 1]
    if (next !== undefined && isAnswer(next.text)) return { role: 'question' }
  }
  if (block.head) return { role: 'heading', depth: depthOf(block) }
  if (answering) return { role: 'answer' }
  return grouped(block, before.at(-1)?.role) ?? { role: 'paragraph' }
}

/** A line of verse, or an item of a list: the first of its group or one that goes on in it. */
function grouped({ label, apart, text }: RawBlock, before: BlockRole | undefined): Role | null {
  if ((label !== 'verse' && label !== 'item') || text.includes('\t')) return null
  const opens = before !== label || (label === 'verse' && apart)
  return opens ? { role: label, first: true } : { role: label }
}

/** Most lines that a headline has, all its parts together. */
const HEADLINE = 4

/** Short lines under a title that are no headline: more of them than one has, or ending as sentences do. */
function isVerse(blocks: readonly RawBlock[], text: string): boolean {
  return blocks.filter(({ title }) => title).length > HEADLINE || /[。，；]["”’」』]?$/u.test(text)
}

const isOrdinal = (text: string): boolean =>
  isNumbered(text) || /^其[一二三四五六七八九十]{1,3}$/u.test(text)

/** A dateline alone on its line, with the names of the reporters at most. */
function isShortLine(text: string): boolean {
  return Array.from(text).length <= 40 && !/[。！？，]/u.test(text)
}

function depthOf({ level, text, depth }: RawBlock): number {
  if (depth !== null) return depth
  if (level > 1) return Math.min(3, level)
  return isNumbered(text) && /^(?:[（(]?\d|[①-⑳])/u.test(text) ? 3 : 2
}
