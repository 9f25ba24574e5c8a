import { list } from './phrases.ts'
import type { Topic } from '../saying.ts'

/** Of the build of editions. */
export const build = {
  'no-edition': ({ name, sources }: { name: string; sources: string }) => ({
    reason: `There is no edition ${name}`,
    expected: `a folder with an edition.yaml, or the name of one in ${sources}`,
    hint: `To propose an edition.yaml for raw files: huijiao discover ${name} --write`,
  }),
  'edition-name': ({ name }: { name: string }) => ({
    reason: 'The folder of an edition names its books',
    expected: 'letters, digits, points, hyphens and low lines, a letter or digit first',
    actual: name,
    hint: 'Rename the folder; the title of the edition is what edition.yaml says.',
  }),
  'edition-twice': ({ name, one, other }: { name: string; one: string; other: string }) => ({
    reason: `Two editions have one name, ${name}, and so would their books`,
    expected: 'another name for one of them',
    actual: `${one} and ${other}`,
    hint: 'Rename one of the folders, or build them one after the other.',
  }),
  'unsigned-cache': (v: { api: string; least: number; length: number }) => ({
    reason: `What the shared cache ${v.api} holds is believed only where it is signed`,
    expected: `a secret of at least ${v.least} characters, the same on every host`,
    actual: v.length === 0 ? 'none' : `${v.length} characters`,
    hint: 'Make one with `openssl rand -hex 32` and give it to every host; or unset TURBO_API.',
  }),
  'changed-while-read': ({ what }: { what: string }) => ({
    reason: 'A source of the edition changed while it was being read',
    actual: what,
    hint: 'Let whatever writes it end, and build again.',
  }),
  'no-such-format': ({ name, known }: { name: string; known: readonly string[] }) => ({
    reason: 'There is no such format',
    expected: `${list(known)}; several with commas between them`,
    actual: name === '' ? 'nothing' : name,
  }),
  trim: ({ trim, known }: { trim: string; known: readonly string[] }) => ({
    reason: 'There is no such page',
    expected: list(known),
    actual: trim,
  }),
  booklet: ({ sheets }: { sheets: string }) => ({
    reason: 'A booklet is folded of sheets',
    expected: 'a number from 1',
    actual: sheets,
  }),
  shard: ({ text }: { text: string }) => ({
    reason: 'A share of the editions is named by its number and how many shares there are',
    expected: 'I/N with I from 0 to N − 1, as 0/4, 1/4, 2/4, 3/4',
    actual: text,
  }),
} satisfies Topic
