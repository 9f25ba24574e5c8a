import type { works as rules } from '../en/works.ts'
import type { ExamplesOf } from './example.ts'

const at = { file: 'edition.yaml', line: 9, column: 17 }

export const works: ExamplesOf<typeof rules> = {
  'quotation-missing': {
    at,
    values: [{ text: '山中无历日' }],
    text: '    contains: ["山中无历日"]\n',
  },
  'quotations-apart': { at, values: [{ after: '寒尽不知年', before: '山中无历日' }] },
  'quotation-ambiguous': { at, values: [{ text: '山中', places: ['a.txt:3', 'a.txt:18'] }] },
  'quotation-inside': { at, values: [{ text: '历日', end: 'begins' }] },
  'said-twice': {
    at,
    values: [
      { text: '山中无历日', place: 'a.txt:3', wanted: 'poems', known: 'notes', file: 'a.txt' },
    ],
  },
  'absent-work': { at: { file: 'edition.yaml' }, values: [{ work: 'poems' }] },
  'unrelated-copies': {
    at: { file: 'edition.yaml' },
    values: [{ work: 'notes', file: 'b.txt', agreed: 14, common: 5230 }],
  },
  'shared-errors': {
    at: { file: 'edition.yaml' },
    values: [{ voices: ['甲', '乙'], shared: 5, of: 6, work: 'notes', isOneVoice: true }],
  },
  'no-sources': { at: { file: 'edition.yaml' }, values: [] },
  'other-script': {
    at: { file: 'edition.yaml' },
    values: [{ work: 'poems', found: 'Hans', asked: 'Hant', language: 'zh-Hant' }],
  },
}
