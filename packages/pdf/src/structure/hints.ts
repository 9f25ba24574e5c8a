import { type Element, visit } from './tree.ts'

const TYPES = {
  note: 'Note',
  label: 'Lbl',
  quote: 'Quote',
  caption: 'Caption',
  toc: 'TOC',
  toci: 'TOCI',
  index: 'Index',
  ref: 'Reference',
  ruby: 'Ruby',
  base: 'RB',
  rt: 'RT',
  para: 'P',
  part: 'Part',
  sect: 'Sect',
} as const

/** A structure type for which the browser has no HTML of its own. */
export type Hint = keyof typeof TYPES

/** What the `lang` of the later part of a parted block says: it belongs to the part before. */
const REST = 'rest'

/**
 * The `lang` that gives an element of the printed HTML a structure type: a private-use subtag, which the
 * browser hands through to the tags and which changes neither fonts nor layout.
 *
 * @param language language of the element, for example `zh-Hans`.
 * @param id `id` of a note, so that it is read after its call wherever it stands on the page.
 */
export function hintLanguage(language: string, hint: Hint, id = ''): string {
  const code =
    Buffer.from(id)
      .toString('hex')
      .match(/.{1,8}/g) ?? []
  return [language, 'x', hint, ...code].join('-')
}

/** Turns the private-use subtags of languages into structure types, and takes them off. */
export function applyHints(root: Element): void {
  const spoken = new Map<Element, string | undefined>()
  visit(root, (node, parents) => {
    const above = parents.at(-1)
    const inherited = above === undefined ? undefined : spoken.get(above)
    const [language, hint, anchor] = splitHint(node.language)
    if (hint === 'rest') node.isContinuation = true
    else if (hint !== undefined) node.type = TYPES[hint]
    if (anchor !== undefined && anchor !== '') node.anchor = anchor
    if (language === undefined || language === inherited) delete node.language
    else node.language = language
    spoken.set(node, language ?? inherited)
  })
}

/** The language, the hint and the `id` that a tag holds. */
function splitHint(
  tag: string | undefined,
): [language: string | undefined, hint?: Hint | typeof REST, anchor?: string] {
  const found = tag === undefined ? null : /^(.+?)-x-([a-z]{1,8})((?:-[0-9a-f]{1,8})*)$/i.exec(tag)
  const [, language, word = '', code = ''] = found ?? []
  const hint = word.toLowerCase()
  if (!isHint(hint)) return [tag]
  return [language, hint, Buffer.from(code.replaceAll('-', ''), 'hex').toString()]
}

const isHint = (word: string): word is Hint | typeof REST =>
  word === REST || Object.hasOwn(TYPES, word)
