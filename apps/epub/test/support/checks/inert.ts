import type { Book } from '../book.ts'
import { elements } from '../xml.ts'
import type { Finding } from './finding.ts'

const ACTIVE =
  /^(?:script|iframe|object|embed|applet|form|input|button|textarea|select|audio|video|base|frame|frameset|foreignObject|animate|set)$/i
const ADDRESSES =
  /^(?:href|src|srcset|action|formaction|xlink:href|data|poster|cite|background|ping)$/i
const ALLOWED = /^(?:[A-Za-z0-9][A-Za-z0-9._/-]*)?(?:#[A-Za-z0-9._%-]+)?$/
// What XML forbids, and what turns the direction of text round without a trace on the page.
const HIDDEN =
  /[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\uFFF9-\uFFFB\uFFFE\uFFFF\p{Cs}]/u

/** Nothing in the book runs, loads from elsewhere, or hides. */
export function checkInert(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  const say = (path: string, message: string) => findings.push({ path, rule: 'inert', message })
  for (const doc of [...book.docs, book.nav]) {
    for (const element of elements(doc.tree)) {
      if (ACTIVE.test(element.name)) say(doc.path, `expected no <${element.name}>`)
      if (element.name === 'meta' && 'http-equiv' in element.attributes)
        say(doc.path, 'expected no <meta http-equiv>')
      for (const [name, value] of Object.entries(element.attributes)) {
        if (/^on/i.test(name)) say(doc.path, `expected no ${name} on <${element.name}>`)
        if (name === 'style' && /url\(|expression|@import/i.test(value ?? ''))
          say(doc.path, `expected no address in a style attribute, got ${value}`)
        if (ADDRESSES.test(name) && !allowed(value ?? '', element.name === 'a'))
          say(doc.path, `expected an address inside the book, got ${name}="${value}"`)
      }
    }
  }
  for (const [path, bytes] of book.files) {
    if (!/\.(?:x?html|opf|ncx|xml|css|svg)$/.test(path)) continue
    const text = new TextDecoder().decode(bytes).replace(/[\t\n\r]/g, '')
    const hidden = HIDDEN.exec(text)?.[0]
    if (hidden !== undefined)
      say(path, `expected no control, got U+${hidden.codePointAt(0)?.toString(16)}`)
    if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) say(path, 'expected no entity declaration')
    if (path.endsWith('.css') && /@import|url\(\s*['"]?(?:[a-z]+:|\/\/)/i.test(text))
      say(path, 'expected no address outside the book')
    if (path.endsWith('.svg') && /<script|\son\w+=/i.test(text))
      say(path, 'expected a still picture')
    if (text.includes('image-placeholder')) say(path, 'expected no image-placeholder')
  }
  return findings
}

/** Addresses inside the book; a link, and nothing else, may lead out by https. */
function allowed(address: string, link: boolean): boolean {
  if (link && /^https:\/\/[A-Za-z0-9.-]+(?:\/[^\s"'<>]*)?$/.test(address)) return true
  return ALLOWED.test(address.replaceAll('../', ''))
}
