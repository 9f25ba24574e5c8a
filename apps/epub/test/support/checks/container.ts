import type { Book } from '../book.ts'
import type { Finding } from './finding.ts'

const TYPE = 'application/epub+zip'

/** The container: `mimetype` first, stored and bare; names unique and portable; no date of the machine. */
export function checkContainer(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  const say = (path: string, message: string) => findings.push({ path, rule: 'container', message })
  const [first] = book.entries
  if (first?.name !== 'mimetype') say('mimetype', `expected it first, got ${first?.name}`)
  const mimetype = book.entries.find((entry) => entry.name === 'mimetype')
  if (mimetype?.method !== 0) say('mimetype', 'expected it stored, got it compressed')
  if (mimetype?.extra !== 0) say('mimetype', 'expected no extra field')
  if (new TextDecoder().decode(mimetype?.bytes) !== TYPE) say('mimetype', `expected ${TYPE}`)
  const seen = new Set<string>()
  for (const { name } of book.entries) {
    const folded = name.toLowerCase()
    if (seen.has(folded)) say(name, 'expected a name used once')
    seen.add(folded)
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(name)) say(name, 'expected ASCII letters and digits')
  }
  const stamps = new Set(book.entries.map((entry) => entry.stamp))
  if (stamps.size !== 1) say('', `expected one pinned date, got ${stamps.size}`)
  return findings
}
