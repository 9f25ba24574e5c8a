import type { Element } from 'xast'
import { type Book, resolvePath } from '../book.ts'
import { attribute, find, findAll, textOf } from '../xml.ts'
import { contentsOf, type Item, navOf } from './contents.ts'
import type { Finding } from './finding.ts'

/** The contents for old readers say what the navigation document says: same items, same nesting, same pages. */
export function checkNcx(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  const say = (message: string) => findings.push({ path: book.ncx.path, rule: 'ncx', message })
  const map = find(book.ncx.tree, 'navMap')
  const points = map === undefined ? [] : pointsOf(book, map, 1)
  same(contentsOf(book).map(lineOf), points.map(lineOf), say)

  const list = navOf(book, 'page-list')
  const pages = list === undefined ? [] : findAll(list, 'a').map((a) => textOf(a).trim())
  const targets = findAll(book.ncx.tree, 'pageTarget').map((target) => labelOf(target))
  same(pages, targets, say)

  const orders = [...findAll(book.ncx.tree, 'navPoint'), ...findAll(book.ncx.tree, 'pageTarget')]
  for (const [index, point] of orders.entries())
    if (attribute(point, 'playOrder') !== String(index + 1))
      say(`expected playOrder ${index + 1}, got ${attribute(point, 'playOrder')}`)

  const head = (name: string) =>
    findAll(book.ncx.tree, 'meta').find((meta) => attribute(meta, 'name') === `dtb:${name}`)
  const wanted = {
    uid: textOf(find(book.opf, 'dc:identifier') ?? book.opf),
    depth: String(Math.max(0, ...points.map((point) => point.depth))),
    totalPageCount: String(pages.length),
    maxPageNumber: String(Math.max(0, ...pages.filter((p) => /^\d+$/.test(p)).map(Number))),
  }
  for (const [name, value] of Object.entries(wanted)) {
    const meta = head(name)
    const got = meta === undefined ? 'none' : attribute(meta, 'content')
    if (got !== value) say(`expected dtb:${name} “${value}”, got “${got}”`)
  }
  return findings
}

function pointsOf(book: Book, node: Element, depth: number): readonly Item[] {
  return node.children.flatMap((child): readonly Item[] => {
    if (child.type !== 'element' || child.name !== 'navPoint') return []
    const content = find(child, 'content')
    const src = (content && attribute(content, 'src')) ?? ''
    const { path, fragment } = resolvePath(book.ncx.path, src)
    const target = fragment === '' ? path : `${path}#${fragment}`
    return [{ label: labelOf(child), target, depth }, ...pointsOf(book, child, depth + 1)]
  })
}

const labelOf = (point: Element): string => textOf(find(point, 'text') ?? point).trim()
const lineOf = ({ label, target, depth }: Item): string => `${depth} ${label} → ${target}`

function same(
  expected: readonly string[],
  got: readonly string[],
  say: (message: string) => void,
): void {
  const at = expected.findIndex((line, i) => got[i] !== line)
  if (at >= 0) say(`expected “${expected[at]}”, got “${got[at] ?? 'none'}”`)
  else if (got.length > expected.length) say(`expected no more, got “${got[expected.length]}”`)
}
