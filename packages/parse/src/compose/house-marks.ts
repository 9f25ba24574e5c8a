import type { App, Edition } from '@huijiao/ast'
import type { Source } from '@huijiao/model'
import { scriptOfLanguage } from '@huijiao/text'

const CORNERED: Readonly<Record<string, string>> = {
  '“': '「',
  '”': '」',
  '‘': '『',
  '’': '』',
}
/** A quotation mark, but for the apostrophe within a word. */
const QUOTES = /[“”‘]|(?<!\p{Script=Latin})’|’(?!\p{Script=Latin})/gu

/**
 * Sets the quotation marks of an edition in traditional characters as its witnesses have them: 「」 outside, 『』
 * inside (教育部《重訂標點符號手冊》). Where no witness has corner brackets, the marks stay “” and ‘’.
 */
export function inHouseMarks(
  edition: Edition,
  language: string,
  sources: readonly Source[],
): Edition {
  if (scriptOfLanguage(language) !== 'Hant') return edition
  if (!sources.some(({ text }) => /[「﹁]/u.test(text))) return edition
  return { ...edition, children: edition.children.map(cornered) }
}

const corners = (text: string): string => text.replaceAll(QUOTES, (mark) => CORNERED[mark] ?? mark)

/** A copy of a node, its text and that of its readings in corner brackets. */
function cornered<T extends object>(node: T): T {
  const copy: Record<string, unknown> = { ...(node as object) }
  if ('value' in node && typeof node.value === 'string') copy.value = corners(node.value)
  if (isApp(node)) {
    copy.readings = node.readings.map((r) => ({ ...r, text: corners(r.text) }))
    copy.evidence = node.evidence.map((e) => ({ ...e, supports: corners(e.supports) }))
  }
  if ('children' in node && Array.isArray(node.children)) {
    copy.children = node.children.map((child: object) => cornered(child))
  }
  return copy as T
}

const isApp = (node: object): node is App => 'type' in node && node.type === 'app'
