import { dateline, type Phrasing, text, toText } from '@huijiao/ast'

const NAMES =
  '[（(](?:本报|本報|新华社|新華社)?(?:记者|記者|通讯员|通訊員)[\\p{Script=Han}·、，, \\u3000]{2,60}[）)]'
const AGENCY =
  '(?:本[报報刊台社网網]|\\p{Script=Han}{2,6}(?:社|报|報|网|網|台|電視台|电视台))\\p{Script=Han}{0,8}?'

/**
 * A dispatch's dateline at the head of a paragraph: agency, place, day, 电 or 讯, and the reporters in
 * brackets: `晨风社江城1月2日电（记者某某）`; without a day, where the reporters or a space follow:
 * `本报讯（记者某某）`.
 */
const DATELINE = new RegExp(
  '^(?:[（(]?[\\p{Script=Han}·、 \\u3000]{2,24}?(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日专?[电讯電訊]' +
    `(?:[ \\u3000]*${NAMES})?|${AGENCY}[讯訊](?:[ \\u3000]*${NAMES}|(?=[ \\u3000])))`,
  'u',
)

/** Length in UTF-16 units of the dateline that opens a paragraph and leaves text after it; 0 where none does. */
export function datelineLength(paragraph: string): number {
  const match = DATELINE.exec(paragraph)?.[0] ?? ''
  return match.length < paragraph.trimEnd().length ? match.length : 0
}

/**
 * Wraps the dateline that opens a paragraph, followed by one space unless it ends with a bracket; leaves
 * other paragraphs alone, and those where the dateline does not end with a node.
 */
export function runIn(content: readonly Phrasing[]): Phrasing[] {
  const length = datelineLength(content.map(toText).join(''))
  if (length === 0) return [...content]
  let left = length
  for (const [i, node] of content.entries()) {
    const value = toText(node)
    if (value.length < left) {
      left -= value.length
      continue
    }
    const beyond = value.slice(left)
    if (beyond.trim() !== '') return [...content]
    const last = node.type === 'text' ? { ...node, value: value.slice(0, left) } : node
    return [
      dateline(...content.slice(0, i), last),
      // After 电 a space; brackets part by themselves.
      ...(/[）)]$/u.test(last.type === 'text' ? last.value : '') ? [] : [text(' ')]),
      ...withoutLeadingSpace(content.slice(i + 1)),
    ]
  }
  return [...content]
}

function withoutLeadingSpace(nodes: readonly Phrasing[]): Phrasing[] {
  const [first, ...rest] = nodes
  if (first?.type !== 'text') return [...nodes]
  const value = first.value.replace(/^[ \u3000]+/u, '')
  return value === '' ? withoutLeadingSpace(rest) : [{ ...first, value }, ...rest]
}
