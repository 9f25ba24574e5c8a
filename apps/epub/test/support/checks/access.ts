import type { Element } from 'xast'
import type { Book } from '../book.ts'
import { attribute, byId, elements, find, findAll, textOf } from '../xml.ts'
import type { Finding } from './finding.ts'

/**
 * What a claim of WCAG 2.1 AA needs that Ace does not look at, or not in every document: titles, languages, names
 * and purposes of links, order of headings, names of groups; a style that leaves focus and
 * colours alone.
 */
export function checkAccess(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  for (const doc of [...book.docs.filter((d) => d.path !== book.nav.path), book.nav]) {
    const say = (message: string) => findings.push({ path: doc.path, rule: 'access', message })
    const title = find(doc.tree, 'title')
    if (title === undefined || textOf(title).trim() === '') say('expected a title')
    const html = find(doc.tree, 'html')
    if (html === undefined || !attribute(html, 'lang') || !attribute(html, 'xml:lang'))
      say('expected a language')
    let depth = 0
    for (const element of elements(doc.tree)) {
      const name = nameOf(element, doc.tree)
      if (element.name === 'a' && name === '') say('expected a name for a link')
      // A bare number does not say where it leads.
      if (/^(?:noteref|backlink)$/.test(attribute(element, 'epub:type') ?? ''))
        if (!/\p{L}/u.test(attribute(element, 'aria-label') ?? '')) say('expected a link in words')
      const label = attribute(element, 'aria-label')
      if (element.name === 'a' && label !== undefined && !label.includes(textOf(element).trim()))
        say(`expected “${textOf(element).trim()}” in the name “${label}”`)
      if (element.name === 'img' && attribute(element, 'alt') === undefined)
        say('expected a text alternative')
      if (/^(?:group|img)$/.test(attribute(element, 'role') ?? '') && name === '')
        say(`expected a name for a ${attribute(element, 'role')}`)
      const by = attribute(element, 'aria-labelledby')
      if (by !== undefined && byId(doc.tree, by) === undefined) say(`expected an element “${by}”`)
      const level = /^h([1-6])$/.exec(element.name)?.[1]
      if (level === undefined) continue
      if (Number(level) > depth + 1) say(`expected no heading below h${depth + 1}, got h${level}`)
      depth = Number(level)
    }
  }
  for (const [path, bytes] of book.files) {
    if (!path.endsWith('.css')) continue
    const css = new TextDecoder().decode(bytes)
    const say = (message: string) => findings.push({ path, rule: 'access', message })
    if (/outline\s*:\s*(?:0|none)|outline-style\s*:\s*none/.test(css)) say('expected focus to show')
    if (/(?:^|[\s;{])(?:background(?:-color)?|color)\s*:(?!\s*inherit)/.test(css))
      say('expected no colours')
    if (/!important/.test(css)) say('expected nothing that readers cannot override')
    if (/animation|transition/.test(css)) say('expected nothing to move')
  }
  return findings
}

function nameOf(element: Element, tree: Parameters<typeof elements>[0]): string {
  const label = attribute(element, 'aria-label')
  const by = byId(tree, attribute(element, 'aria-labelledby') ?? '')
  const pictures = findAll(element, 'img').map((img) => attribute(img, 'alt') ?? '')
  return (
    label ?? `${by === undefined ? '' : textOf(by)}${textOf(element)}${pictures.join('')}`
  ).trim()
}
