import { type Book, type Doc, docAt, resolvePath } from '../book.ts'
import { attribute, byId, elements } from '../xml.ts'
import type { Finding } from './finding.ts'

/** Every id once in its document, and every internal address leads somewhere. */
export function checkIds(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  for (const doc of allDocs(book)) {
    const ids = new Set<string>()
    for (const element of elements(doc.tree)) {
      const id = attribute(element, 'id')
      if (id === undefined) continue
      if (ids.has(id))
        findings.push({
          path: doc.path,
          rule: 'id',
          message: `expected “${id}” once, got it again`,
        })
      ids.add(id)
    }
  }
  return findings
}

/** Every address inside the book leads to a file and, where it has one, to an id in it. */
export function checkTargets(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  for (const doc of [...allDocs(book), book.ncx])
    for (const element of elements(doc.tree))
      for (const name of ['href', 'src']) {
        const href = attribute(element, name)
        if (href === undefined || /^[a-z][a-z0-9+.-]*:/i.test(href)) continue
        const { path, fragment } = resolvePath(doc.path, href)
        const missing = !book.files.has(path)
          ? 'no such file'
          : fragment !== '' && !hasId(book, path, fragment)
            ? 'no such id'
            : undefined
        if (missing !== undefined)
          findings.push({ path: doc.path, rule: 'target', message: `${href}: ${missing}` })
      }
  return findings
}

function allDocs(book: Book): readonly Doc[] {
  return [...new Map([...book.docs, book.nav].map((doc) => [doc.path, doc])).values()]
}

function hasId(book: Book, path: string, id: string): boolean {
  const doc = docAt(book, path)
  return doc !== undefined && byId(doc.tree, id) !== undefined
}
