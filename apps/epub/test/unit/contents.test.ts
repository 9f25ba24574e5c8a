import type { BookDocument, TocHeading } from '@huijiao/hast'
import { expect, test } from 'vitest'
import { depthOf, tocOf } from '../../src/contents.ts'
import { landmarksOf } from '../../src/landmarks.ts'
import { marksOfContents, pagesOf } from '../../src/pages.ts'

const document = (id: string, headings: TocHeading[], rest: Partial<BookDocument> = {}) => ({
  id,
  kind: 'work' as const,
  matter: 'body' as const,
  title: id,
  lang: 'zh',
  children: [],
  headings,
  ...rest,
})

const whole = (document: string) => document

test('headings nest by depth, also where a depth is left out', () => {
  const toc = tocOf(
    [
      document('w', [
        { id: 'a', depth: 1, title: '篇' },
        { id: 'b', depth: 3, title: '小节' },
        { id: 'c', depth: 2, title: '节' },
        { id: 'd', depth: 3, title: '又小节' },
      ]),
      document('v', [{ id: 'e', depth: 1, title: ' ' }]),
    ],
    whole,
  )
  const shape = (nodes: typeof toc): unknown =>
    nodes.map((n) => [n.title, n.href, shape(n.children)])
  expect(shape(toc)).toEqual([
    [
      '篇',
      'w.xhtml',
      [
        ['小节', 'w.xhtml#b', []],
        ['节', 'w.xhtml#c', [['又小节', 'w.xhtml#d', []]]],
      ],
    ],
    // A reading system shows an empty label as nothing to click on.
    ['v', 'v.xhtml', []],
  ])
  expect(depthOf(toc)).toBe(3)
})

test('landmarks name the first of each kind, and nothing that the book has not', () => {
  const marks = landmarksOf(
    [
      document('titlepage', [], { kind: 'titlepage', matter: 'front' }),
      document('one', []),
      document('two', []),
    ],
    '目录',
  )
  expect(marks.map((m) => [m.type, m.href])).toEqual([
    ['toc', 'toc.xhtml#toc'],
    ['titlepage', 'titlepage.xhtml'],
    ['bodymatter', 'one.xhtml'],
  ])
})

const at = (label: string, document = 'w', block = 'w-b1') => ({
  label,
  document,
  block,
  offset: 0,
})

test('pages lead to their marks; only figures count as numbers', () => {
  const pages = [at('iv'), at('12')]
  expect(pagesOf(pages, { pages }, whole)).toEqual([
    { label: 'iv', href: 'w.xhtml#page-iv', type: 'front', value: 0 },
    { label: '12', href: 'w.xhtml#page-12', type: 'normal', value: 12 },
  ])
})

test('pages of the printed contents lead into the contents, in their order', () => {
  const toc = tocOf([document('w', [{ id: 'w-b1', depth: 1, title: '篇' }])], whole)
  const own = [at('1')]
  const breaks = [
    at('iii', 'contents', 'contents-title'),
    at('iv', 'contents', 'contents-w-b1'),
    at('v', 'contents', 'contents-gone'),
    at('vi', 'what print alone has', 'x'),
    ...own,
  ]
  expect(pagesOf(breaks, { pages: own }, whole).map((page) => page.href)).toEqual([
    'toc.xhtml#page-iii',
    'toc.xhtml#page-iv',
    'toc.xhtml#page-v',
    'w.xhtml#page-1',
  ])
  expect([...marksOfContents(breaks, toc)]).toEqual([
    [
      '',
      [
        { id: 'page-iii', label: 'iii' },
        { id: 'page-v', label: 'v' },
      ],
    ],
    ['contents-w-b1', [{ id: 'page-iv', label: 'iv' }]],
  ])
})
