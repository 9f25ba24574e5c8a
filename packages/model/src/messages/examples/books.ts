import type { books as rules } from '../en/books.ts'
import type { ExamplesOf } from './example.ts'

export const books: ExamplesOf<typeof rules> = {
  'no-browser': {
    at: { file: 'dist/edition.json' },
    values: [{ tried: ['CHROME_PATH=/opt/chrome: no such file'] }],
  },
  'browser-start': {
    at: { file: '/opt/chrome' },
    values: [{ text: 'error while loading shared libraries: libnss3.so' }],
  },
  'browser-died': { at: { file: 'dist/edition.json' }, values: [{ text: 'Target closed' }] },
  'browser-late': { at: { file: 'dist/edition.json' }, values: [{ seconds: 120 }] },
  'own-folder': {
    at: { file: '/tmp' },
    values: [{ fault: { kind: 'system', code: 'EACCES', text: 'EACCES' }, variable: 'TMPDIR' }],
  },
  'no-face': {
    at: { file: 'dist/edition.json' },
    values: [
      { characters: [{ name: 'U+1F600', times: 2, place: 'notes-p3' }], more: 0, isBoxed: true },
    ],
  },
  'no-page-list': { at: { file: 'dist/pages.json' }, values: [{ isOther: false }] },
  'no-book': { at: { file: 'dist/notes.pdf' }, values: [] },
  'program-fault': {
    at: { file: 'dist/edition.json' },
    values: [{ text: 'Invalid array length' }],
  },
}
