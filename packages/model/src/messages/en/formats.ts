import type { Topic } from '../saying.ts'
import { list } from './phrases.ts'

const RESTORE = 'Restore the file from its source.'
const SAVE_ANEW = 'Save the document anew as .docx.'
const MEND = 'Mend the file at this place, or make it again from its source.'

/** Of the formats of raw files. */
export const formats = {
  'unknown-format': ({ known }: { known: readonly string[] }) => ({
    reason: 'No reader knows the format of this file',
    expected: list(known),
    hint: 'Convert it to one of these, or name it .txt where it is plain text.',
  }),
  'too-large': ({ limit, size }: { limit: number; size: number }) => ({
    reason: 'The file is larger than a reader takes on',
    expected: `at most ${limit} MiB`,
    actual: `${size} MiB`,
    hint: 'Cut it into parts and name them one after the other under `files`.',
  }),
  'line-too-long': ({ most, length }: { most: number; length: number }) => ({
    reason: 'A line of the file is longer than a reader takes on',
    expected: `at most ${most} characters`,
    actual: `${length} characters`,
    hint: 'Break the line where its paragraphs end.',
  }),
  'archive-too-large': ({ member }: { member: string }) => ({
    reason: 'The archive unpacks to more than a reader takes on',
    actual: member,
    hint: RESTORE,
  }),
  'broken-archive': ({ text }: { text: string }) => ({
    reason: 'The archive cannot be unpacked',
    actual: text,
    hint: RESTORE,
  }),
  'missing-member': ({ name }: { name: string }) => ({
    reason: 'The book lacks a document that it names',
    expected: name,
    hint: RESTORE,
  }),
  'no-word-document': () => ({
    reason: 'The archive holds no Word document',
    expected: 'word/document.xml',
    hint: SAVE_ANEW,
  }),
  'broken-docx': ({ text }: { text: string }) => ({
    reason: 'The Word document cannot be read',
    actual: text,
    hint: SAVE_ANEW,
  }),
  'no-text-layer': () => ({
    reason: 'The PDF holds pictures of pages and no text',
    expected: 'a text layer',
    hint: 'Recognise its pages first, for example with OCRmyPDF, or give the hOCR or ALTO of another engine.',
  }),
  'broken-pdf': ({ text }: { text: string }) => ({
    reason: 'The PDF cannot be read',
    actual: text,
    hint: 'Take off its password, or restore it from its source.',
  }),
  'no-text': () => ({
    reason: 'The TEI document has no text',
    expected: 'a text element with a body',
    hint: 'A header alone, or a document of facsimiles, cannot be a witness.',
  }),
  'malformed-xml': ({ text }: { text: string }) => ({
    reason: `The file is not well-formed XML: ${text}`,
    expected: 'well-formed XML',
    hint: MEND,
  }),
  'undefined-entity': () => ({
    reason: 'The file is not well-formed XML: undefined entity',
    expected: 'well-formed XML',
    hint: 'Entities that a document defines itself are not read; write the characters instead.',
  }),
  'too-many-elements': () => ({
    reason: 'The file has more elements than a reader takes on',
    hint: 'Cut it into parts.',
  }),
  'too-deep': ({ most }: { most: number }) => ({
    reason: 'Elements of the file are nested deeper than a reader follows',
    expected: `at most ${most} deep`,
    hint: 'Convert the file to plain text.',
  }),
  'no-element': () => ({
    reason: 'The file holds no element',
    expected: 'XML',
    hint: RESTORE,
  }),
  'malformed-json': ({ text }: { text: string }) => ({
    reason: `The file is not well-formed JSON: ${text === '' ? 'it is empty' : text}`,
    expected: 'JSON',
    hint: MEND,
  }),
  'no-pages': () => ({
    reason: 'None of the pages that the METS file names lies beside it',
    expected: 'ALTO or PAGE-XML files at the places its FLocat elements name',
    hint: 'Put the folder of the pages into witnesses/, beside the METS file.',
  }),
  'missing-pages': (v: { all: number; count: number; pages: readonly string[] }) => ({
    reason: `Of ${v.all} pages that the METS file names ${v.count} have no text beside it; they are left out`,
    expected: 'ALTO or PAGE-XML files at the places its FLocat elements name',
    actual: `none for ${v.pages.join(', ')}${v.count > v.pages.length ? ', …' : ''}`,
    hint: 'Put the files of these pages into witnesses/, beside the METS file.',
  }),
  'no-picture': ({ query }: { query: string }) => ({
    reason: `No witness tells a page with a picture for “${query}”`,
    expected: 'words or a locus that a witness has from hOCR, ALTO, PAGE-XML or METS with boxes',
    hint: '`huijiao explain` says which witnesses have it, and where.',
  }),
} satisfies Topic
