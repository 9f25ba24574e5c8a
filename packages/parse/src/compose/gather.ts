import {
  answer,
  byline,
  dateline,
  type Flow,
  type Heading,
  line,
  list,
  type Phrasing,
  paragraph,
  question,
  salutation,
  sourceNote,
  stage,
  stanza,
  table,
  verse,
} from '@huijiao/ast'
import type { BlockRole } from '@huijiao/model'
import { runIn } from './run-in.ts'

/** A block with its content made. */
export interface ComposedBlock {
  readonly role: BlockRole
  readonly depth: number
  /** Opens a group of its role: a stanza, a list, a row. */
  readonly first: boolean
  /** A scene ends before it. */
  readonly afterBreak?: boolean
  readonly content: readonly Phrasing[]
}

/** The children of a work or section, as they grow. */
type Siblings = (Heading | Flow)[]

type Placer = (siblings: Siblings, block: ComposedBlock) => void

/** Adds a block to what stands before it: into the last group where it goes on with that, else as a node of its own. */
export function place(siblings: Siblings, block: ComposedBlock): void {
  const placer = PLACERS[block.role] ?? plain
  if (block.afterBreak === true && siblings.length > 0) siblings.push({ type: 'thematicBreak' })
  placer(siblings, block)
}

const plain: Placer = (siblings, { content }) => siblings.push(paragraph(...runIn(content)))

/** How each role is placed; the others are paragraphs. */
const PLACERS: Partial<Record<BlockRole, Placer>> = {
  salutation: (siblings, { content }) => siblings.push(salutation(...content)),
  dateline: (siblings, { content }) => siblings.push(dateline(...content)),
  byline: (siblings, { content }) => siblings.push(byline(...content)),
  note: (siblings, { content }) => siblings.push(sourceNote(undefined, ...content)),
  stage: (siblings, { content }) => siblings.push(stage(...content)),
  question(siblings, { content }) {
    const last = siblings.at(-1)
    if (last?.type === 'question') last.children.push(paragraph(...content))
    else siblings.push(question(paragraph(...content)))
  },
  answer(siblings, { content }) {
    const last = siblings.at(-1)
    if (last?.type === 'answer') last.children.push(paragraph(...content))
    else siblings.push(answer(paragraph(...content)))
  },
  verse(siblings, { content, first }) {
    const last = siblings.at(-1)
    const open = last?.type === 'verse' ? last.children.at(-1) : undefined
    if (last?.type !== 'verse') siblings.push(verse(stanza(line(...content))))
    else if (first || open?.type !== 'stanza') last.children.push(stanza(line(...content)))
    else open.children.push(line(...content))
  },
  item(siblings, { content, first }) {
    const last = siblings.at(-1)
    const item = list(false, [paragraph(...content)])
    if (last?.type === 'list' && !first) last.children.push(...item.children)
    else siblings.push({ ...item, marked: true })
  },
  cell(siblings, { content, first }) {
    const last = siblings.at(-1)
    const made = table([content])
    const row = last?.type === 'table' ? last.children.at(-1) : undefined
    if (last?.type !== 'table') siblings.push(made)
    else if (first || row === undefined) last.children.push(...made.children)
    else row.children.push(...(made.children[0]?.children ?? []))
  },
}
