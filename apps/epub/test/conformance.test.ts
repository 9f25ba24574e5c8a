import { type App, appsOf, type Edition } from '@huijiao/ast'
import { beforeAll, describe, expect, test } from 'vitest'
import { alter } from './support/alter.ts'
import { type Book, openBook } from './support/book.ts'
import { cases } from './support/cases.ts'
import { checkContainer } from './support/container.ts'
import { type Finding, lines } from './support/finding.ts'
import { checkGlyphs } from './support/glyphs.ts'
import { checkInert } from './support/inert.ts'
import { checkIds, checkNotes, checkPages, checkTargets, notesOf } from './support/links.ts'
import { render, rendering } from './support/render.ts'
import { sample } from './support/sample.ts'
import { checkText } from './support/text.ts'
import { attribute } from './support/xml.ts'

let book: Book
let noted: string
let paged: string

beforeAll(async () => {
  book = openBook(await render(sample()))
  noted = notesOf(book)[0]?.callDoc.path ?? ''
  paged = book.docs.find((doc) => doc.source.includes('doc-pagebreak'))?.path ?? ''
})

const CHECKS: Readonly<Record<string, (book: Book, edition: Edition) => readonly Finding[]>> = {
  container: checkContainer,
  ids: checkIds,
  targets: checkTargets,
  notes: checkNotes,
  pages: checkPages,
  inert: checkInert,
  glyphs: checkGlyphs,
  text: checkText,
}

/** What readers are told: a real variation of the wording, or a place that nothing decided. */
const isNote = (app: App): boolean =>
  app.layer === 'content' &&
  app.continues === undefined &&
  (app.cause === 'variation' || app.certainty === 'undecided')

const CASES = cases().map((found) => ({ ...found, book: rendering(found) }))

describe.each(CASES)('$name', ({ book: bytes, edition }) => {
  test.each(Object.keys(CHECKS))('passes the check of its %s', async (name) => {
    expect(lines(CHECKS[name]?.(openBook(await bytes), edition) ?? [])).toEqual([])
  })

  test('is smaller than 1.2 MB with its fonts', async () => {
    expect((await bytes).length).toBeLessThan(1.2e6)
  })

  test('has a note for each real variation, in the order of the text', async () => {
    const book = openBook(await bytes)
    const expected = edition.children.flatMap((work) =>
      [...appsOf(work)].filter(isNote).map((app) => app.id),
    )
    const called = notesOf(book).map((found) => attribute(found.call, 'id')?.replace(/^call-/, ''))
    expect(called).toEqual(expected)
  })
})

test('the sample has notes, pages and fonts for the checks to look at', () => {
  expect(notesOf(book).length).toBeGreaterThanOrEqual(4)
  expect(paged).not.toBe('')
  expect([...book.files.keys()].filter((path) => path.endsWith('.ttf')).length).toBeGreaterThan(1)
})

/** A defect for each check: which file, what is done to it, and what the check then says. */
const DEFECTS: readonly (readonly [
  name: string,
  check: string,
  path: () => string,
  change: (text: string) => string | undefined,
  says: RegExp,
])[] = [
  [
    'an id used twice',
    'ids',
    () => noted,
    (t) => t.replace('</body>', `<p id="${/ id="([^"]+)"/.exec(t)?.[1]}"></p></body>`),
    /once/,
  ],
  [
    'a link to nowhere',
    'targets',
    () => noted,
    (t) => t.replace('</body>', '<a href="#nowhere">x</a></body>'),
    /no such id/,
  ],
  [
    'a link to no file',
    'targets',
    () => noted,
    (t) => t.replace('</body>', '<a href="gone.xhtml">x</a></body>'),
    /no such file/,
  ],
  [
    'a call without its note',
    'notes',
    () => noted,
    (t) =>
      t.replace(
        /(role="doc-noteref"[^>]*href="#|href="#)([^"]+)("[^>]*doc-noteref)?/,
        '$1gone-$2$3',
      ),
    /expected a note, got none|expected a call/,
  ],
  [
    'a note without a link back',
    'notes',
    () => noted,
    (t) => t.replace(/<a\b[^>]*doc-backlink[^>]*>([^<]*)<\/a>/, '$1'),
    /link back/,
  ],
  [
    'a note with another number',
    'notes',
    () => noted,
    (t) => t.replace(/(<a\b[^>]*doc-backlink[^>]*>)([^<]*)(<\/a>)/, '$199$3'),
    /number/,
  ],
  [
    'a note that is not marked',
    'notes',
    () => noted,
    (t) => t.replace('epub:type="footnote"', ''),
    /footnote/,
  ],
  [
    'a page break out of the list',
    'pages',
    () => paged,
    (t) =>
      t.replace(
        '</body>',
        '<span id="p-x" epub:type="pagebreak" role="doc-pagebreak" aria-label="1"></span></body>',
      ),
    /page list/,
  ],
  [
    'a page of the list without target',
    'pages',
    () => paged,
    (t) => t.replace(/<span[^>]*doc-pagebreak[^>]*>(<\/span>)?/, ''),
    /target/,
  ],
  [
    'a script',
    'inert',
    () => noted,
    (t) => t.replace('</head>', '<script>1</script></head>'),
    /script/,
  ],
  [
    'an event handler',
    'inert',
    () => noted,
    (t) => t.replace('<body', '<body onload="x()"'),
    /onload/,
  ],
  [
    'a javascript: link',
    'inert',
    () => noted,
    (t) => t.replace('</body>', '<a href="javascript:x()">x</a></body>'),
    /address/,
  ],
  [
    'a remote picture',
    'inert',
    () => noted,
    (t) => t.replace('</body>', '<img alt="" src="https://example.com/x.png"/></body>'),
    /address/,
  ],
  [
    'a bidi override',
    'inert',
    () => noted,
    (t) => t.replace('</body>', '<p>\u202ex</p></body>'),
    /U\+202e/,
  ],
  [
    'a placeholder for a description',
    'inert',
    () => noted,
    (t) => t.replace('</body>', '<p title="image-placeholder">x</p></body>'),
    /placeholder/,
  ],
  [
    'a character without glyph',
    'glyphs',
    () => noted,
    (t) => t.replace('</body>', '<p>龘</p></body>'),
    /龘/,
  ],
  [
    'a lost paragraph',
    'text',
    () => noted,
    (t) => t.replace(/<p\b[^>]*id="[^"]*-b4"[\s\S]*?<\/p>/, ''),
    /expected this block/,
  ],
  [
    'a changed character',
    'text',
    () => noted,
    (t) => t.replace('巧言令色', '巧言令也'),
    /expected “/,
  ],
  [
    'stray text',
    'text',
    () => noted,
    (t) => t.replace('</body>', '<p>多</p></body>'),
    /whole document/,
  ],
]

describe('each check finds its defect', () => {
  test.each(DEFECTS)('%s', async (_, check, path, change, says) => {
    const broken = openBook(await alter(book.bytes, path(), change))
    expect(lines(CHECKS[check]?.(broken, sample()) ?? []).join('\n')).toMatch(says)
  })

  test('a mimetype that is not first', async () => {
    const [first, ...rest] = book.entries
    if (first === undefined) throw new Error('an empty book')
    const found = lines(checkContainer({ ...book, entries: [...rest, first] }))
    expect(found.join('\n')).toMatch(/expected it first/)
  })

  test('a compressed mimetype', () => {
    const entries = book.entries.map((entry) => ({ ...entry, method: 8 }))
    expect(lines(checkContainer({ ...book, entries })).join('\n')).toMatch(/stored/)
  })

  test('a name used twice and a date of the machine', () => {
    const [, second] = book.entries
    if (second === undefined) throw new Error('an empty book')
    const entries = [...book.entries, { ...second, name: second.name.toUpperCase(), stamp: 1 }]
    const found = lines(checkContainer({ ...book, entries })).join('\n')
    expect(found).toMatch(/used once/)
    expect(found).toMatch(/pinned date/)
  })
})
