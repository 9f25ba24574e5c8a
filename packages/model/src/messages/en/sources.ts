import type { Topic } from '../saying.ts'
import type { FileFault } from '../values.ts'
import { counted, fileFault, list, orList } from './phrases.ts'

/** Of the files of witnesses: which there are, and how their bytes are read. */
export const sources = {
  'missing-witness': ({ file, fault }: { file: string; fault: FileFault }) => ({
    reason: `The witness file ${file} cannot be read`,
    ...fileFault(fault),
    ...(fault.kind === 'system' && fault.code === 'ENOENT' && { expected: `witnesses/${file}` }),
  }),
  unreadable: ({ fault }: { fault: FileFault }) => ({
    reason: 'This file cannot be read',
    ...fileFault(fault),
  }),
  'changed-witness': (v: { file: string; expected: string; actual: string }) => ({
    reason: `The witness file ${v.file} is not the one this edition was made from`,
    expected: `sha-256 ${v.expected}`,
    actual: v.actual,
    hint: 'Restore the file, or write the new hash here if the change is meant.',
  }),
  'several-witnesses': ({ file, witnesses }: { file: string; witnesses: readonly string[] }) => ({
    reason: `The file ${file} holds ${witnesses.length} witnesses`,
    expected: `one of them: ${list(witnesses)}`,
    hint: `Name it: { file: ${file}, witness: ${witnesses[0] ?? '…'} }, once for each siglum.`,
  }),
  'unknown-witness': ({ witness, known }: { witness: string; known: readonly string[] }) => ({
    reason: 'The file holds no text of this witness',
    expected: known.length === 0 ? 'no witness, for the file holds one text' : orList(known),
    actual: witness,
  }),
  'unused-file': () => ({
    reason: 'No witness names this file; it is left out',
    hint: 'Add it to a witness in edition.yaml.',
  }),
  'no-edition-file': ({ folder }: { folder: string }) => ({
    reason: 'There is no edition.yaml: works are taken as they are found',
    hint: `To write one: huijiao discover ${folder} --write`,
  }),
  'nothing-to-read': ({ formats }: { formats: readonly string[] }) => ({
    reason: 'The folder holds neither an edition nor raw files',
    expected: `edition.yaml, or files of a format that is read: ${list(formats)}`,
  }),
  'not-read': () => ({
    reason: 'No reader knows the format of this file; it is left out',
    hint: 'Convert it to plain text, Markdown or another format that the readme names.',
  }),
  picture: () => ({
    reason: 'A picture holds no text; it is left out',
    hint: 'A page is read from what was recognised on it: hOCR, ALTO, PAGE-XML …',
  }),
  undecodable: (v: { file: string; offset: number; encoding: string; bytes: string }) => ({
    reason: `Byte ${v.offset} of ${v.file} is not text in ${v.encoding}`,
    expected: `text in ${v.encoding}`,
    actual: v.bytes === '' ? 'the end of the file' : `bytes ${v.bytes}`,
    hint: 'Restore the file from its source, or convert it to UTF-8.',
  }),
  'damaged-byte': ({ encoding }: { encoding: string }) => ({
    reason: 'A byte here is not text; it is read as \uFFFD',
    expected: `text in ${encoding}`,
    hint: 'Restore the file from its source, or say `strict: true` of it to refuse it.',
  }),
  'pasted-encoding': (v: { encoding: string; file: string }) => ({
    reason: 'This line is in another encoding than its file; it is read in its own',
    expected: `text in ${v.file}`,
    actual: `text in ${v.encoding}`,
    hint: 'Save the file in one encoding, once what it says has been looked at.',
  }),
  'more-damaged-bytes': ({ count }: { count: number }) => ({
    reason: `${counted(count, 'more place')} of the file ${count === 1 ? 'holds' : 'hold'} bytes that are not text`,
  }),
  'misread-encoding': (v: { encoding: string; misread: string; lost: number }) => ({
    reason: `The text was in ${v.encoding}, was read as ${v.misread} and saved so; it is read back`,
    actual:
      v.lost === 0
        ? 'no character lost'
        : `${counted(v.lost, 'character')} lost, each read as \uFFFD`,
    hint: 'Restore the file from its source, where that can be had.',
  }),
  'encoding-uncertain': (v: { file: string; bytes: number; encodings: readonly string[] }) => ({
    reason: `The encoding of the file cannot be told for certain; it is read as ${v.encodings[0] ?? ''}`,
    expected: 'an encoding declared in edition.yaml, or UTF-8',
    actual: `${v.bytes} bytes that are text in ${list(v.encodings)}`,
    hint: `Declare it: files: [{ file: ${v.file}, encoding: ${v.encodings[0] ?? ''} }], or convert it to UTF-8.`,
  }),
  'lost-encoding': ({ misread, lost }: { misread: string; lost: number }) => ({
    reason: `The text was read as ${misread}, which it was not in, and saved so; too much is lost to read it back`,
    actual: `${counted(lost, 'character')} lost`,
    hint: 'Restore the file from its source.',
  }),
} satisfies Topic
