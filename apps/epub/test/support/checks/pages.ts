import type { Element } from 'xast'
import { type Book, docAt, resolvePath } from '../book.ts'
import { attribute, byId, elements, findAll, hasWord, textOf } from '../xml.ts'
import type { Finding } from './finding.ts'

/** Every item of the page list leads to a page break that carries its label, and none is left out. */
export function checkPages(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  const list = [...elements(book.nav.tree)].find((nav) => hasWord(nav, 'epub:type', 'page-list'))
  const listed = new Set<Element>()
  for (const link of list === undefined ? [] : findAll(list, 'a')) {
    const { path, fragment } = resolvePath(book.nav.path, attribute(link, 'href') ?? '')
    const doc = docAt(book, path)
    const target = doc && byId(doc.tree, fragment)
    const say = (message: string) =>
      findings.push({ path: book.nav.path, rule: 'page', message: `${textOf(link)}: ${message}` })
    if (target === undefined) say('expected a target, got none')
    else {
      listed.add(target)
      if (!hasWord(target, 'epub:type', 'pagebreak')) say('expected a page break as target')
      const label = attribute(target, 'aria-label') ?? attribute(target, 'title') ?? ''
      if (!label.includes(textOf(link).trim())) say(`expected its label, got “${label}”`)
    }
  }
  for (const doc of book.docs)
    for (const element of elements(doc.tree))
      if (hasWord(element, 'epub:type', 'pagebreak') && !listed.has(element))
        findings.push({
          path: doc.path,
          rule: 'page',
          message: `${attribute(element, 'id')}: expected this page in the page list`,
        })
  return findings
}
