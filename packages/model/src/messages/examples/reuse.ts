import type { reuse as rules } from '../en/reuse.ts'
import type { ExamplesOf } from './example.ts'

const file = 'sketches/grams-0.parquet'
const before = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0'
const now = '9c8d7e6f5a4b3c2d1e0f9c8d7e6f5a4b3c2d1e0f9c8d7e6f5a4b3c2d1e0f9c8d'

export const reuse: ExamplesOf<typeof rules> = {
  'damaged-sketch': { at: { file }, values: [{ text: 'no footer' }] },
  'no-clusters': { at: { file: 'passim-out' }, values: [] },
  'passim-line': {
    at: { file: 'passim-out/out.json/part-0.json', line: 1, column: 1 },
    values: [{ text: '{"id": "a.txt"}' }],
  },
  'changed-while-sketched': { at: { file: 'a.txt' }, values: [{ before: 1200, now: 1460 }] },
  'changed-file': { at: { file: 'a.txt' }, values: [{ before, now, out: 'sketches' }] },
  'no-sketches': { at: { file: 'sketches' }, values: [{ folder: 'sketches' }] },
  'mixed-sketches': {
    at: { file },
    values: [{ one: 'grams of 8 characters', other: 'grams of 10 characters' }],
  },
  'sketched-twice': {
    at: { file: 'a.txt' },
    values: [{ one: 'files-0.parquet', other: 'files-1.parquet' }],
  },
}
