import type { formats as rules } from '../en/formats.ts'
import type { ExamplesOf } from './example.ts'

export const formats: ExamplesOf<typeof rules> = {
  'unknown-format': {
    at: { file: 'a.wps' },
    values: [{ known: ['plain text (.txt)', 'Markdown (.md)'] }],
  },
  'too-large': { at: { file: 'a.txt' }, values: [{ limit: 32, size: 40 }] },
  'line-too-long': {
    at: { file: 'a.txt', line: 1, column: 1_000_001 },
    values: [{ most: 1_000_000, length: 6_666_666 }],
  },
  'archive-too-large': { at: { file: 'a.docx' }, values: [{ member: 'word/document.xml' }] },
  'broken-archive': { at: { file: 'a.epub' }, values: [{ text: 'invalid zip data' }] },
  'missing-member': { at: { file: 'a.epub' }, values: [{ name: 'OEBPS/chapter2.xhtml' }] },
  'no-word-document': { at: { file: 'a.docx' }, values: [] },
  'broken-docx': { at: { file: 'a.docx' }, values: [{ text: 'Could not find the body element' }] },
  'no-text-layer': { at: { file: 'a.pdf' }, values: [] },
  'broken-pdf': { at: { file: 'a.pdf' }, values: [{ text: 'No password given' }] },
  'no-text': { at: { file: 'a.xml' }, values: [] },
  'malformed-xml': {
    at: { file: 'a.xml', line: 3, column: 8 },
    values: [{ text: 'unexpected close tag' }],
    text: '<text>\n<body>\n<p>山居</q>\n',
  },
  'undefined-entity': {
    at: { file: 'a.xml', line: 1, column: 16 },
    values: [],
    text: '<p>山居&note;</p>\n',
  },
  'too-many-elements': { at: { file: 'a.xml', line: 900, column: 1 }, values: [] },
  'too-deep': { at: { file: 'a.html' }, values: [{ most: 500 }] },
  'no-element': { at: { file: 'a.xml' }, values: [] },
  'malformed-json': {
    at: { file: 'a.json', line: 1, column: 15 },
    values: [{ text: 'CommaExpected' }],
    text: '{"witness": 甲}\n',
  },
  'no-pages': { at: { file: 'mets.xml' }, values: [] },
  'missing-pages': {
    at: { file: 'mets.xml' },
    values: [{ all: 12, count: 2, pages: ['3', '4'] }],
  },
  'no-picture': { at: { file: 'edition.yaml' }, values: [{ query: '渡口的灯' }] },
}
