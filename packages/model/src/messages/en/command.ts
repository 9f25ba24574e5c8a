import type { Topic } from '../saying.ts'
import type { FileFault, LeftOut } from '../values.ts'
import { fileFault, list, orList } from './phrases.ts'

const WHY = (why: LeftOut): string => {
  if (why.kind === 'format') return 'no reader knows its format'
  return why.kind === 'empty' ? 'it holds no text' : why.text
}

/** Of the command: its arguments, and the files that it writes. */
export const command = {
  'which-edition': ({ known }: { known: readonly string[] }) => ({
    reason: 'Say which edition is meant',
    expected: known.length === 0 ? 'its folder' : orList(known),
  }),
  file: ({ fault }: { fault: FileFault }) => ({
    reason: 'The file cannot be read',
    ...fileFault(fault),
  }),
  write: ({ fault }: { fault: FileFault }) => ({
    reason: 'The file cannot be written',
    ...fileFault(fault),
    expected: 'a file that can be written',
  }),
  'file-left-out': ({ why }: { why: LeftOut }) => ({ reason: `Left out: ${WHY(why)}` }),
  proposal: () => ({
    reason: 'This is not a proposal of an edition',
    expected: 'what `huijiao reuse DIR --proposals` writes: members with file, sha256, from, to',
  }),
  'missing-file': ({ path }: { path: string }) => ({
    reason: 'There is no such file',
    expected: path,
    hint: 'Say with --root below which folder the files were sketched.',
  }),
  'no-file': () => ({ reason: 'There is no such file or folder' }),
  'no-files': () => ({
    reason: 'There is no file here that can be read',
    expected: 'raw files of a format that the readme of packages/parse names',
    hint: 'Put the raw files into the folder, or into witnesses/ below it.',
  }),
  'edition-exists': () => ({
    reason: 'There is an edition.yaml here already',
    expected: 'a folder without one',
    hint: 'To add new files to it: huijiao discover FOLDER --merge.',
  }),
  'doubled-file': ({ name, one, other }: { name: string; one: string; other: string }) => ({
    reason: `Two files have one name, ${name}`,
    expected: 'each name once',
    actual: `${one} and ${other}`,
    hint: 'Rename one of them.',
  }),
  tree: ({ text }: { text: string }) => ({
    reason: 'This is not the tree of an edition',
    actual: text,
  }),
  'not-built': ({ named }: { named: string }) => ({
    reason: 'The folder holds no tree',
    expected: 'an edition.json in it or in its dist/',
    hint: `To make it: huijiao build ${named}`,
  }),
  'no-passage': ({ query }: { query: string }) => ({
    reason: `“${query}” occurs nowhere in the text or its witnesses`,
    expected: 'the id of a locus, or words as any of them has them, punctuation aside',
    hint: 'Quote fewer words, in one work and in the order of the text.',
  }),
  'no-work': ({ work, known }: { work: string; known: readonly string[] }) => ({
    reason: `There is no work ${work}`,
    expected: list(known),
  }),
} satisfies Topic
