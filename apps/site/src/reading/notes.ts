import { callId, type Handlers } from '@huijiao/hast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { siteLink } from '../page/link.ts'
import type { Words } from '../words/index.ts'

/** What an entry is shown in, in its place. */
const popoverId = (entry: string): string => `pop-${entry}`

/**
 * The mark of an entry, which opens what is said of it in its place: a button of the platform, so that it works without
 * scripts, by keyboard, and gives the focus back when it closes.
 */
export const entryMark: Handlers['entryMark'] = (state, { entry, children }) => {
  const word = children.flatMap((child) => state.one(child, state.work))
  const id = state.called.has(entry.id) ? {} : { id: callId(entry.id) }
  state.called.add(entry.id)
  const call = h(
    'button',
    {
      ...id,
      type: 'button',
      className: ['note-call', entry.note ? 'of-versions' : 'of-errors'],
      popoverTarget: popoverId(entry.id),
      ariaLabel: state.strings.noteAt(entry.number),
    },
    state.strings.entries.mark(entry.number),
  )
  return [h('span', { className: ['bound'] }, [...word, call])]
}

/** An entry of the apparatus, to be opened at its mark. */
export interface Told {
  /** Id of the entry, as marks know it. */
  readonly id: string
  /** Its mark, as `〔三〕`. */
  readonly mark: string
  readonly label: string
  readonly content: readonly ElementContent[]
  /** Where it stands in the apparatus, from the root of the site. */
  readonly path: string
  /** Where its witnesses stand beside each other. */
  readonly compare?: string
}

/** The box that opens at a mark. */
export function popover(told: Told, words: Words): Element {
  const links = [
    h('a', { href: siteLink(told.path, `entry-${told.id}`) }, words.inApparatus),
    ...(told.compare === undefined
      ? []
      : [h('a', { href: siteLink(told.compare, `locus-${told.id}`) }, words.compare)]),
  ]
  return h(
    'aside',
    {
      id: popoverId(told.id),
      className: ['note'],
      popover: 'auto',
      role: 'note',
      ariaLabel: told.label,
    },
    [
      h('p', [h('span', { className: ['note-mark'] }, told.mark), ...told.content]),
      h('p', { className: ['note-links'] }, [
        ...links.flatMap((link) => [link, ' ']),
        h(
          'button',
          {
            type: 'button',
            className: ['note-close'],
            popoverTarget: popoverId(told.id),
            popoverTargetAction: 'hide',
          },
          words.close,
        ),
      ]),
    ],
  )
}

/** Ids of the entries that are called in some nodes, each once, in order. */
export function calledIn(nodes: readonly ElementContent[]): string[] {
  const found = new Set<string>()
  const visit = (node: ElementContent): void => {
    if (node.type !== 'element') return
    const target = node.properties['popoverTarget']
    if (typeof target === 'string') found.add(target.slice(popoverId('').length))
    for (const child of node.children) visit(child)
  }
  for (const node of nodes) visit(node)
  return [...found]
}
