import type { sources as rules } from '../en/sources.ts'
import type { ExamplesOf } from './example.ts'

const at = { file: 'edition.yaml', line: 5, column: 61 }
const raw = { file: 'a.txt' }
const before = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0'
const now = '9c8d7e6f5a4b3c2d1e0f9c8d7e6f5a4b3c2d1e0f9c8d7e6f5a4b3c2d1e0f9c8d'

export const sources: ExamplesOf<typeof rules> = {
  'missing-witness': {
    at,
    values: [{ file: 'a.txt', fault: { kind: 'system', code: 'ENOENT', text: 'ENOENT' } }],
  },
  unreadable: { at: { file: 'rulings.yaml' }, values: [{ fault: { kind: 'kind', is: 'folder' } }] },
  'changed-witness': { at, values: [{ file: 'a.txt', expected: before, actual: now }] },
  'several-witnesses': { at, values: [{ file: 'a.json', witnesses: ['W1', 'W2'] }] },
  'unknown-witness': { at: { file: 'a.json' }, values: [{ witness: 'W3', known: ['W1', 'W2'] }] },
  'unused-file': { at: { file: 'witnesses/b.txt' }, values: [] },
  'no-edition-file': { at: { file: 'notes/edition.yaml' }, values: [{ folder: 'notes' }] },
  'nothing-to-read': {
    at: { file: 'notes/edition.yaml' },
    values: [{ formats: ['plain text (.txt)', 'Markdown (.md)'] }],
  },
  'not-read': { at: { file: 'a.wps' }, values: [] },
  picture: { at: { file: 'a.jpg' }, values: [] },
  undecodable: {
    at,
    values: [{ file: 'a.txt', offset: 1024, encoding: 'utf-8', bytes: 'ff fe 00 41' }],
  },
  'damaged-byte': { at: { ...raw, line: 12, column: 5 }, values: [{ encoding: 'gb18030' }] },
  'pasted-encoding': {
    at: { ...raw, line: 12, column: 1 },
    values: [{ encoding: 'gb18030', file: 'utf-8' }],
  },
  'more-damaged-bytes': { at: raw, values: [{ count: 7 }] },
  'misread-encoding': {
    at: raw,
    values: [{ encoding: 'gb18030', misread: 'windows-1252', lost: 2 }],
  },
  'encoding-uncertain': {
    at: raw,
    values: [{ file: 'a.txt', bytes: 36, encodings: ['gb18030', 'big5'] }],
  },
  'lost-encoding': { at: raw, values: [{ misread: 'iso-8859-1', lost: 120 }] },
}
