import type { Topic } from '../saying.ts'
import type { Script } from '../values.ts'
import { andList, list } from './phrases.ts'

const SCRIPTS = { Hans: 'simplified', Hant: 'traditional' } as const

/** Of works: what `edition.yaml` says of them, and what of that the sources have. */
export const works = {
  'quotation-missing': ({ text }: { text: string }) => ({
    reason: `No source has the quotation “${text}”`,
    expected: 'a quotation that occurs in a source',
    hint: 'Quote a few characters as a source has them (punctuation and width do not matter), or take the line out.',
  }),
  'quotations-apart': ({ after, before }: { after: string; before: string }) => ({
    reason: `No file has both quotations, “${after}” and “${before}”`,
    expected: 'two quotations from one file',
    hint: 'Quote both ends of the join from the same file.',
  }),
  'quotation-ambiguous': ({ text, places }: { text: string; places: readonly string[] }) => ({
    reason: `The quotation “${text}” occurs at several places of one file`,
    expected: 'a quotation that occurs once in each file that has it',
    actual: list(places),
    hint: 'Quote more of the text.',
  }),
  'quotation-inside': ({ text, end }: { text: string; end: 'begins' | 'ends' }) => ({
    reason: `The quotation “${text}” lies inside a line, so no piece ${end} with it`,
    expected: `a quotation with which a line ${end}`,
    hint: 'Quote the last characters before the break, and the first after it.',
  }),
  'said-twice': (v: {
    text: string
    place: string
    wanted: string
    known: string
    file: string
  }) => ({
    reason: `The quotation “${v.text}” gives ${v.place} to ${v.wanted}, but it is already given to ${v.known}`,
    expected: 'one work for each place',
    actual: list([v.known, v.wanted]),
    hint: `Where ${v.file} holds both works, write it under both: files: [${v.file}]; else take the quotation out.`,
  }),
  'absent-work': ({ work }: { work: string }) => ({
    reason: `No text of the work ${work} was found in the sources`,
    hint: 'Give its title as the sources have it, or quote a few words of it under `contains`.',
  }),
  'unrelated-copies': (v: { work: string; file: string; agreed: number; common: number }) => ({
    reason: `${v.file} has almost nothing in common with other copies of the work ${v.work}: ${v.agreed} of ${v.common} characters agree`,
    expected: 'copies of one text',
    hint: `Give ${v.file} to another work, or take it out.`,
  }),
  'shared-errors': (v: {
    voices: readonly string[]
    shared: number
    of: number
    work: string
    isOneVoice: boolean
  }) => ({
    reason: `${andList(v.voices)} share ${v.shared} of ${v.of} errors in ${v.work}${v.isOneVoice ? '; they count as one voice there' : ''}`,
    hint: 'Give them the same `family` where they transcribe one printing.',
  }),
  'no-sources': () => ({
    reason: 'The virtual file brings no sources',
    expected: 'data.huijiao.sources',
    hint: 'Make the file with readEdition(folder).',
  }),
  'other-script': (v: { work: string; found: Script; asked: Script; language: string }) => ({
    reason: `All witnesses of the work ${v.work} are in ${SCRIPTS[v.found]} characters; it stays so`,
    expected: `a witness in ${SCRIPTS[v.asked]} characters, as the language ${v.language} asks`,
    hint: 'Give the language that the book is to be in, or a witness in its script.',
  }),
} satisfies Topic
