import type { build as rules } from '../en/build.ts'
import type { ExamplesOf } from './example.ts'

export const build: ExamplesOf<typeof rules> = {
  'no-edition': { at: { file: 'nots' }, values: [{ name: 'nots', sources: 'sources' }] },
  'edition-name': { at: { file: 'sources/-notes' }, values: [{ name: '-notes' }] },
  'edition-twice': {
    at: { file: 'new/notes' },
    values: [{ name: 'notes', one: 'old/notes', other: 'new/notes' }],
  },
  'unsigned-cache': {
    at: { file: 'TURBO_REMOTE_CACHE_SIGNATURE_KEY' },
    values: [{ api: 'https://cache.example', least: 32, length: 0 }],
  },
  'changed-while-read': { at: { file: 'sources/notes' }, values: [{ what: 'witnesses/a.txt' }] },
  'no-such-format': {
    at: { file: '--only' },
    values: [{ name: 'azw', known: ['pdf', 'epub'] }],
  },
  trim: { at: { file: '--trim' }, values: [{ trim: 'b5', known: ['a5', '32k', '16k', 'a4'] }] },
  booklet: { at: { file: '--booklet' }, values: [{ sheets: '0' }] },
  shard: { at: { file: '--shard' }, values: [{ text: '4/4' }] },
}
