import { describe, expect, test } from 'vitest'
import { hintLanguage } from '../src/index.ts'
import { PDFRef } from '../src/pdf-lib.ts'
import { shapeContents } from '../src/structure/contents.ts'
import { levelHeadings } from '../src/structure/headings.ts'
import { applyHints } from '../src/structure/hints.ts'
import { shapeList } from '../src/structure/lists.ts'
import { roleOf } from '../src/structure/roles.ts'
import { simplify } from '../src/structure/shape.ts'
import type { Content } from '../src/content/marked-content.ts'
import { type Element, element, type Kid } from '../src/structure/tree.ts'

const PAGE = PDFRef.of(1)
const text = (mcid: number): Content => ({ kind: 'content', page: PAGE, mcid })
const run = (mcid: number): Element => element('NonStruct', [text(mcid)])
const box = (...kids: Kid[]): Element => element('NonStruct', kids)

/** An element in words: `P(1 Link(2))`. */
function words(kid: Kid): string {
  if (kid.kind === 'content') return String(kid.mcid)
  if (kid.kind === 'object') return 'object'
  return `${kid.type}(${kid.kids.map(words).join(' ')})`
}

function simplified(node: Element): string {
  simplify(node)
  return words(node)
}

describe('simplify', () => {
  test('runs join their line', () => {
    const line = element('P', [run(1), element('Link', [box(run(2))]), box(run(3), run(4)), run(5)])
    expect(simplified(line)).toBe('P(1 Link(2) 3 4 5)')
  })

  test('a container with a line becomes a paragraph, others give way', () => {
    const book = element('Document', [
      box(box(run(1)), box(run(2), element('Em', [run(3)]))),
      box(element('P', [run(4)])),
    ])
    expect(simplified(book)).toBe('Document(P(1) P(2 Em(3)) P(4))')
  })

  test('a group within a line is laid open, one that is a line is a paragraph', () => {
    const group = (mcid: number): Element => element('Div', [run(mcid)])
    const book = element('Document', [
      element('P', [group(1), run(2)]),
      group(3),
      element('Div', [element('P', [run(4)])]),
    ])
    expect(simplified(book)).toBe('Document(P(1 2) P(3) Div(P(4)))')
  })

  test('notes between paragraphs and within them stay', () => {
    const note = (mcid: number): Element => element('Note', [element('P', [run(mcid)])])
    const book = element('Document', [element('P', [run(1), note(2), run(3)]), note(4)])
    expect(simplified(book)).toBe('Document(P(1 Note(P(2)) 3) Note(P(4)))')
  })

  test('what has words of its own is kept, what has nothing goes', () => {
    const described: Element = { ...box(run(1)), alt: '图' }
    const book = element('Document', [described, box(), element('Em', []), element('P', [])])
    expect(simplified(book)).toBe('Document(NonStruct(1) P())')
  })
})

describe('shapeList', () => {
  test('items get a body, labels stay before it', () => {
    const nested = element('L', [])
    const list = element('L', [
      element('LI', [text(1), nested]),
      element('LI', [element('Lbl', [text(2)]), text(3)]),
      element('P', [text(4)]),
      element('LI', [element('P', [element('Lbl', [text(5)]), text(6)])]),
    ])
    shapeList(list)
    expect(words(list)).toBe(
      'L(LI(LBody(1 L())) LI(Lbl(2) LBody(3)) LI(LBody(P(4))) LI(Lbl(5) LBody(P(6))))',
    )
    shapeList(list)
    expect(words(list)).toBe(
      'L(LI(LBody(1 L())) LI(Lbl(2) LBody(3)) LI(LBody(P(4))) LI(Lbl(5) LBody(P(6))))',
    )
  })
})

describe('shapeContents', () => {
  test('lines and lists become items, the heading goes before them', () => {
    const link = (mcid: number): Element => element('Link', [text(mcid)])
    const list = element('L', [element('LI', [link(4), element('L', [element('LI', [link(5)])])])])
    const book = element('Document', [
      element('TOC', [element('H1', [text(1)]), element('P', [link(2), text(3)]), list]),
    ])
    shapeContents(book)
    expect(words(book)).toBe(
      'Document(H1(1) TOC(TOCI(Reference(Link(2) 3)) TOCI(Reference(Link(4)) TOC(TOCI(Reference(Link(5)))))))',
    )
  })
})

describe('shapeContents without lines', () => {
  test('a loose link takes the page number that follows', () => {
    const link = (mcid: number): Element => element('Link', [text(mcid)])
    const number = (mcid: number): Element => element('P', [text(mcid)])
    const book = element('Document', [
      element('TOC', [element('H1', [text(1)]), link(2), number(3), link(4), text(5), number(6)]),
    ])
    shapeContents(book)
    expect(words(book)).toBe(
      'Document(H1(1) TOC(TOCI(Reference(Link(2) 3)) TOCI(Reference(Link(4) 5 6))))',
    )
  })
})

describe('levelHeadings', () => {
  test('no level is skipped on the way down, siblings stay siblings', () => {
    const types = ['H2', 'H4', 'H4', 'H6', 'H3', 'H2', 'H1', 'H3']
    const book = element(
      'Document',
      types.map((type) => element(type, [])),
    )
    levelHeadings(book)
    expect(book.kids.map((kid) => (kid.kind === 'element' ? kid.type : ''))).toEqual([
      'H1',
      'H2',
      'H2',
      'H3',
      'H2',
      'H1',
      'H1',
      'H2',
    ])
  })
})

describe('hints', () => {
  test('a private-use subtag becomes a type and leaves the language as it was', () => {
    const note: Element = { ...box(run(1)), language: hintLanguage('zh-Hans', 'note') }
    const quote: Element = { ...box(run(2)), language: hintLanguage('lzh', 'quote') }
    const book: Element = {
      ...element('Document', [note, quote, { ...box(), language: 'en-x-other' }]),
      language: 'zh-Hans',
    }
    applyHints(book)
    expect([note.type, note.language]).toEqual(['Note', undefined])
    expect([quote.type, quote.language]).toEqual(['Quote', 'lzh'])
    expect(book.kids[2]).toMatchObject({ type: 'NonStruct', language: 'en-x-other' })
  })
})

test('types of other standards have a role', () => {
  expect(['P', 'Em', 'Strong', 'Aside', 'FENote', 'Fancy'].map(roleOf)).toEqual([
    undefined,
    'Span',
    'Span',
    'Div',
    'Note',
    'Span',
  ])
})
