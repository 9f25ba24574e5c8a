import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EXIT, main } from '../../src/main.ts'
import { sample, samplePages } from '../support/sample.ts'

let folder: string
let lines: string[]
const run = (...args: string[]) =>
  main(args, { out: (line) => lines.push(line), err: (line) => lines.push(line) })
const at = (name: string) => join(folder, name)
const write = (name: string, value: unknown) => {
  writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value))
  return at(name)
}

/** Writes the pages of the tree that lies in the folder, as print does. */
const writePages = (pages: object) =>
  write('pages.json', {
    ...pages,
    tree: createHash('sha256')
      .update(readFileSync(at('edition.json')))
      .digest('hex'),
  })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huijiao-epub-'))
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a book with pages is made, whole and under its name alone', async () => {
  const tree = write('edition.json', sample())
  const pages = writePages({ edition: 'sample', pages: 9, breaks: samplePages() })
  expect(await run(tree, '--pages', pages, '--out', at('out/book.epub'))).toBe(EXIT.ok)
  expect(readdirSync(at('out'))).toEqual(['book.epub'])
  expect(readFileSync(at('out/book.epub')).subarray(0, 2).toString()).toBe('PK')
  expect(lines.join('\n')).toMatch(/book\.epub {2}\d+ kB/)
})

test('without the pages the book is made, and what is missing is said', async () => {
  const tree = write('edition.json', sample())
  const code = await run(tree, '--pages', at('pages.json'), '--out', at('book.epub'))
  expect(code).toBe(EXIT.incomplete)
  expect(lines.join('\n')).toMatch(/pages\.json: warning no-page-list: .*no page list/)
  expect(readdirSync(folder)).toContain('book.epub')
})

test('the pages of another state of the tree are no pages of the book', async () => {
  const tree = write('edition.json', sample())
  const pages = writePages({ edition: 'sample', pages: 9, breaks: samplePages() })
  write('edition.json', `${JSON.stringify(sample())}\n`)
  expect(await run(tree, '--pages', pages, '--out', at('book.epub'))).toBe(EXIT.incomplete)
  expect(lines.join('\n')).toMatch(/pages\.json: .*no page list .*those of another tree/)
})

test.each(['tree', 'pages'])('a pipe as %s is refused at once', async (which) => {
  const tree = write('edition.json', sample())
  execFileSync('mkfifo', [at('pipe')])
  const args = which === 'tree' ? [at('pipe')] : [tree, '--pages', at('pipe')]
  expect(await run(...args, '--out', at('book.epub'))).toBe(EXIT.input)
  expect(lines.join('\n')).toMatch(/pipe: error file: .*expected a file, got a named pipe/)
  expect(readdirSync(folder)).not.toContain('book.epub')
})

test('a book that cannot be written is a fault of the machine, and the old one stays', async () => {
  const tree = write('edition.json', sample())
  write('book.epub', 'old')
  expect(await run(tree, '--out', join(at('book.epub'), 'x.epub'))).toBe(EXIT.failure)
  expect(lines.join('\n')).toMatch(/x\.epub: error write: .*expected a file that can be written/)
  expect(readFileSync(at('book.epub'), 'utf8')).toBe('old')
})

const FAULTS: readonly (readonly [string, unknown, object | null, RegExp])[] = [
  ['a tree that is no JSON', '{', null, /edition\.json: expected the tree .* as JSON/],
  [
    'a tree that is not canonical',
    { type: 'edition' },
    null,
    /edition\.json: expected a canonical/,
  ],
  [
    'pages of another edition',
    sample(),
    { edition: 'x', breaks: [] },
    /expected pages of “sample”/,
  ],
  [
    'pages that are none',
    sample(),
    { edition: 'sample', breaks: [{ label: 1 }] },
    /label, document/,
  ],
  [
    'a page of another state of the text',
    sample(),
    {
      edition: 'sample',
      breaks: [{ label: '7', document: 'lunyu-1', block: 'lunyu-1-b99', offset: 0 }],
    },
    /page 7: expected the block “lunyu-1-b99”/,
  ],
]

test.each(FAULTS)('%s: nothing is written', async (_, edition, pages, says) => {
  const tree = write('edition.json', edition)
  const more = pages === null ? [] : ['--pages', writePages(pages)]
  expect(await run(tree, ...more, '--out', at('book.epub'))).toBe(EXIT.input)
  expect(lines.join('\n')).toMatch(says)
  expect(readdirSync(folder).filter((name) => name.startsWith('book'))).toEqual([])
})

test('a character that no face has is told once, and the book is made', async () => {
  const meta = { ...sample().meta, subtitle: '\u{10FFFD}', note: ['\u{10FFFD}又\u{10FFFD}'] }
  const tree = write('edition.json', { ...sample(), meta })
  expect(await run(tree, '--out', at('book.epub'))).toBe(EXIT.ok)
  expect(lines.filter((line) => line.includes('U+10FFFD'))).toHaveLength(1)
  expect(readdirSync(folder)).toContain('book.epub')
})

test('arguments that are wrong are told with the usage', async () => {
  expect(await run()).toBe(EXIT.input)
  expect(await run('a.json', 'b.json', '--out', 'x')).toBe(EXIT.input)
  expect(await run('--nonsense')).toBe(EXIT.input)
  expect(lines.join('\n')).toMatch(/Usage: huijiao-epub .*<tree\.json>/)
  expect(await run('--help')).toBe(EXIT.ok)
})
