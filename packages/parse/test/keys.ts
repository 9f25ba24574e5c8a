import { readFileSync } from 'node:fs'
import type { Language } from '@huijiao/model'
import { aboutKey } from '../src/config/about.ts'

/** What a JSON Schema says of a value, as far as ours do. */
export interface Schema {
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly format?: string
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
}

/** A key of a file that an editor writes. */
export interface Key {
  /** A key of a list's items, or of a map below it, after a point: `witnesses.files.file`. */
  readonly name: string
  readonly schema: Schema
  readonly isRequired: boolean
}

export const schemaOf = (file: 'edition' | 'rulings'): Schema =>
  JSON.parse(
    readFileSync(new URL(`../schema/${file}.schema.json`, import.meta.url), 'utf8'),
  ) as Schema

/** Every key that a schema has. */
export function keysOf({ properties = {}, required = [], items }: Schema, above = ''): Key[] {
  const own = Object.entries(properties).flatMap(([key, schema]) => [
    { name: `${above}${key}`, schema, isRequired: required.includes(key) },
    ...keysOf(schema, `${above}${key}.`),
  ])
  return [...own, ...(items === undefined ? [] : keysOf(items, above))]
}

const WORDS = {
  en: {
    title: 'Keys of edition.yaml and rulings.yaml',
    intro:
      'A point leads into a map, or into each item of a list. A star marks what must be given. A quotation is a few characters as a file has them, punctuation aside, or `{ text, siglum }` where one witness alone is meant.',
    head: ['key', 'value', 'meaning'],
    types: {
      string: 'text',
      integer: 'number',
      boolean: 'true, false',
      array: 'list',
      object: 'map',
      date: 'date',
      quotation: 'quotation',
    },
    or: ' or ',
    listOf: (what: string) => `list: ${what}`,
  },
  'zh-Hans': {
    title: 'edition.yaml 与 rulings.yaml 的键',
    intro:
      '点号之后，是映射中的键，或列表中每一项的键。星号表示必须写。引文是照文件引的几个字，标点不论；只指一本时，写作 `{ text, siglum }`。',
    head: ['键', '值', '意思'],
    types: {
      string: '文字',
      integer: '整数',
      boolean: 'true、false',
      array: '列表',
      object: '映射',
      date: '日期',
      quotation: '引文',
    },
    or: '或',
    listOf: (what: string) => `列表：${what}`,
  },
  'zh-Hant': {
    title: 'edition.yaml 與 rulings.yaml 的鍵',
    intro:
      '點號之後，是對映中的鍵，或清單中每一項的鍵。星號表示必須寫。引文是照檔案引的幾個字，標點不論；只指一本時，寫作 `{ text, siglum }`。',
    head: ['鍵', '值', '意思'],
    types: {
      string: '文字',
      integer: '整數',
      boolean: 'true、false',
      array: '清單',
      object: '對映',
      date: '日期',
      quotation: '引文',
    },
    or: '或',
    listOf: (what: string) => `清單：${what}`,
  },
} as const

/** What a key takes: its choices, or the kind of its value. */
function valueOf(schema: Schema, language: Language): string {
  const { types, or, listOf } = WORDS[language]
  if (schema.$ref !== undefined) return types.quotation
  if (schema.enum !== undefined) return schema.enum.map((v) => `\`${v}\``).join(' ')
  const choices = schema.oneOf ?? schema.anyOf
  if (choices !== undefined) return choices.map((s) => valueOf(s, language)).join(or)
  if (schema.format === 'date') return types.date
  if (schema.type === 'array' && schema.items?.properties === undefined)
    return listOf(valueOf(schema.items ?? {}, language))
  return types[schema.type as keyof typeof types] ?? ''
}

/** The reference of all keys, in Markdown. */
export function keysIn(language: Language): string {
  const { title, intro, head } = WORDS[language]
  const table = (file: 'edition' | 'rulings'): string[] => [
    `## ${file}.yaml`,
    '',
    `| ${head.join(' | ')} |`,
    '| --- | --- | --- |',
    ...keysOf(schemaOf(file)).map(({ name, schema, isRequired }) => {
      const path = file === 'edition' ? name.split('.') : [0, name]
      const about = aboutKey(path, schema.description)?.[language] ?? ''
      return `| \`${name}\`${isRequired ? ' *' : ''} | ${valueOf(schema, language)} | ${about} |`
    }),
    '',
  ]
  return [`# ${title}`, '', intro, '', ...table('edition'), ...table('rulings')].join('\n')
}
