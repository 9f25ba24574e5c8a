import type { proofs as rules } from '../en/proofs.ts'
import type { ExamplesOf } from './example.ts'

const at = { file: 'a.txt', line: 4, column: 1 }

export const proofs: ExamplesOf<typeof rules> = {
  conservation: { at, values: [{ breach: 'lost', at: 120, found: '126' }] },
  'unassigned-text': {
    at,
    values: [{ length: 86, files: ['a.txt', 'b.txt'], words: '次日雨止，出门看山' }],
  },
  attestation: { at: { file: 'text/notes.txt' }, values: [{ at: 31, character: '岭' }] },
  composition: {
    at: { file: 'text/notes.txt' },
    values: [{ at: 31, text: '出门看山，山色如', tree: '出门看山，天色如' }],
  },
  adjacency: {
    at,
    values: [{ before: '一夜听雨到天明', after: '山下人家已炊烟', work: 'notes' }],
  },
  'printed-twice': { at, values: [{ text: '次日雨止，出门看山', work: 'notes' }] },
  'left-out': { at, values: [{ text: '次日雨止，出门看山' }] },
  'more-breaches': { at, values: [{ rule: 'adjacency', count: 14 }] },
}
