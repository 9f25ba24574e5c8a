import type { command as rules } from '../en/command.ts'
import type { ExamplesOf } from './example.ts'

export const command: ExamplesOf<typeof rules> = {
  'which-edition': { at: { file: 'sources' }, values: [{ known: ['notes', 'poems'] }] },
  file: { at: { file: 'a.txt' }, values: [{ fault: { kind: 'kind', is: 'pipe' } }] },
  write: {
    at: { file: 'dist/edition.json' },
    values: [{ fault: { kind: 'system', code: 'ENOSPC', text: 'ENOSPC' } }],
  },
  'file-left-out': { at: { file: 'a.wps' }, values: [{ why: { kind: 'format' } }] },
  proposal: { at: { file: 'groups/1/proposal.json' }, values: [] },
  'missing-file': { at: { file: 'a.txt' }, values: [{ path: '/texts/a.txt' }] },
  'no-file': { at: { file: 'notse' }, values: [] },
  'no-files': { at: { file: 'notes' }, values: [] },
  'edition-exists': { at: { file: 'notes/edition.yaml' }, values: [] },
  'doubled-file': {
    at: { file: 'new/a.txt' },
    values: [{ name: 'a.txt', one: 'old/a.txt', other: 'new/a.txt' }],
  },
  tree: { at: { file: 'edition.json' }, values: [{ text: 'Unexpected end of JSON input' }] },
  'not-built': { at: { file: 'notes' }, values: [{ named: 'notes' }] },
  'no-passage': { at: { file: 'notes' }, values: [{ query: '山中无历日' }] },
  'no-work': { at: { file: 'notes' }, values: [{ work: 'poem', known: ['notes', 'poems'] }] },
}
