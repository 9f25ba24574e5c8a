import type { CanonicalNode } from './kinds.ts'
import type { Lacuna } from './nodes.ts'

/** Sign of a known gap, in every output. */
export const LACUNA_SIGN = '［……］'

/** Stands for one character that no witness lets us read: 虚缺号 (GB/T 15834—2011, 附录). */
const MISSING_SIGN = '□'

/** A gap as it is printed: □ for each character where their number is known. */
export const gapSign = ({ quantity }: { readonly quantity?: number }): string =>
  quantity === undefined ? LACUNA_SIGN : MISSING_SIGN.repeat(quantity)

/** Brackets around what the editor supplied. */
export const SUPPLIED_SIGNS = ['〔', '〕'] as const

/** Stands between the cells of a row in the text export. */
const CELL_SIGN = '\t'

type AnyNode = CanonicalNode | { type: string; value?: string; children?: readonly unknown[] }

/**
 * The reading text of a node: lemmata, gaps as ［……］ or □, supplied titles in 〔〕, the cells of a row parted by tabs.
 * Ruby annotations are left out, as they are no part of the line. Blocks inside the node are not separated;
 * use `leafBlocks` for text by blocks.
 */
export const toText = (node: AnyNode): string => textOf(node, true)

/** The same without the marks that call notes of the source. */
export const textWithoutCalls = (node: AnyNode): string => textOf(node, false)

function textOf(node: AnyNode, calls: boolean): string {
  if (node.type === 'lacuna') return gapSign(node as Lacuna)
  if (node.type === 'break') return ' '
  if ('value' in node && typeof node.value === 'string') return node.value
  if (node.type === 'sourceNoteCall' && !calls) return ''
  const parts =
    'children' in node ? (node.children ?? []).map((c) => textOf(c as AnyNode, calls)) : []
  const inner = parts.join(node.type === 'tableRow' ? CELL_SIGN : '')
  if (node.type === 'title' && 'supplied' in node && node.supplied === true) {
    return SUPPLIED_SIGNS[0] + inner + SUPPLIED_SIGNS[1]
  }
  return inner
}
