import type { InEach } from '../language.ts'
import type { Topic } from '../saying.ts'
import type { Constraint, FileFault, Twice } from '../values.ts'
import { fileFault, list, orList } from './phrases.ts'

const NAMES: Readonly<Record<Twice, string>> = { siglum: 'siglum', work: 'work id', file: 'file' }

/** Of `edition.yaml`, `rulings.yaml` and what an editor writes in Markdown. */
export const config = {
  'yaml-syntax': ({ text, isDeep }: { code: string; text: string; isDeep: boolean }) => ({
    reason: isDeep ? 'Lists and maps are nested too deep' : text,
    expected: 'YAML 1.2',
  }),
  'yaml-character': ({ point }: { point: string }) => ({
    reason: 'This character is not allowed in YAML',
    expected: 'text',
    actual: point,
  }),
  'yaml-alias': ({ alias }: { alias: string }) => ({
    reason: `The alias *${alias} stands for a value that is written elsewhere`,
    expected: 'the value itself',
    hint: 'Write it out.',
  }),
  'doubled-key': ({ key }: { key: string }) => ({
    reason: `The key \`${key}\` occurs twice here`,
    expected: 'each key once',
  }),
  'more-problems': ({ count }: { count: number }) => ({
    reason: count === 1 ? '1 more problem' : `${count} more problems`,
  }),
  'unknown-key': ({
    key,
    known,
    near,
  }: {
    key: string
    known: readonly string[]
    near: string | null
  }) => ({
    reason: `The key \`${key}\` is not known here`,
    expected: known.join(', '),
    actual: key,
    hint: near === null ? 'Remove it, or see the schema.' : `Did you mean \`${near}\`?`,
  }),
  'missing-key': ({ key, path }: { key: string; path: string }) => ({
    reason: `The key \`${key}\` is missing`,
    expected: `\`${key}\` in ${where(path)}`,
  }),
  'wrong-value': (v: {
    path: string
    constraint: Constraint
    actual: string
    about: InEach | null
  }) => ({
    reason: `The value of ${where(v.path)} must be ${must(v.constraint)}`,
    expected: must(v.constraint),
    actual: v.actual,
    hint: v.about?.en,
  }),
  duplicate: ({ what, value }: { what: Twice; value: string }) => ({
    reason: `This ${NAMES[what]} occurs twice`,
    expected: `each ${NAMES[what]} once`,
    actual: value,
  }),
  'file-outside': ({ path }: { path: string }) => ({
    reason: 'A witness file lies outside the folder `witnesses/`',
    expected: 'a path below witnesses/',
    actual: path,
  }),
  'unknown-file': ({ name, known }: { name: string; known: readonly string[] }) => ({
    reason: `No witness has the file ${name}`,
    expected: orList(known),
    actual: name,
  }),
  'files-twice': ({
    work,
    count,
    files,
  }: {
    work: string
    count: number
    files: readonly string[]
  }) => ({
    reason: `All files are already the work ${work}`,
    expected: 'one work with `files: all`, or the files of each by name',
    actual: `${count} works`,
    hint: `Write the files of each: files: [${files.join(', ')}]`,
  }),
  'unknown-siglum': ({ siglum, known }: { siglum: string; known: readonly string[] }) => ({
    reason: 'No witness has this siglum',
    expected: orList(known),
    actual: siglum,
  }),
  'prose-form': ({ node }: { node: string }) => ({
    reason: `A book has no form for this: ${node}`,
    expected: 'paragraphs, headings, lists, quotations, tables, notes, emphasis, pictures',
    actual: node,
    hint: 'Write it as text.',
  }),
  'prose-picture': () => ({
    reason: 'This picture cannot go here',
    expected: 'a picture on a line of its own, with words for those who do not see it',
    hint: '![what it shows](pictures/map.png "caption"), PNG or JPEG',
  }),
  'picture-file': ({ url, fault }: { url: string; fault: FileFault | null }) => ({
    reason: `This picture cannot be used: ${url}`,
    ...(fault === null
      ? { expected: 'a PNG or a JPEG', actual: 'another kind of file' }
      : fileFault(fault)),
    hint: 'The address leads from the folder of edition.yaml.',
  }),
  'not-utf-8': () => ({
    reason: 'This file is not UTF-8',
    expected: 'UTF-8',
    actual: 'other bytes',
    hint: 'Save it as UTF-8.',
  }),
} satisfies Topic

const where = (path: string): string => (path === '' ? 'the file' : `\`${path}\``)

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
  null: 'nothing',
}

function must(c: Constraint): string {
  switch (c.kind) {
    case 'type':
      return orList(c.types.map((type) => TYPES[type] ?? type))
    case 'pattern':
      return `written as ${c.pattern}`
    case 'date':
      return 'a day of the calendar, as 2024-01-31'
    case 'length':
      return c.least === 1 ? 'text that is not empty' : `text of at least ${c.least} characters`
    case 'items':
      return c.least === 1 ? 'a list that is not empty' : `a list of at least ${c.least}`
    case 'choice':
      return `one of ${list(c.values)}`
    case 'least':
      return `at least ${c.least}`
    default:
      return c.text
  }
}
