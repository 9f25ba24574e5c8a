import type { config as english } from '../en/config.ts'
import type { WordsFor } from '../saying.ts'
import type { Constraint, Twice } from '../values.ts'
import { fileFault, list, orList } from './phrases.ts'
import { yamlFault } from './yaml.ts'

const NAMES: Readonly<Record<Twice, string>> = { siglum: '简称', work: '篇的 id', file: '文件' }

export const config: WordsFor<typeof english> = {
  'yaml-syntax': ({ code, text, isDeep }) => ({
    reason: isDeep ? '列表和映射嵌套过深' : yamlFault(code, text),
    expected: 'YAML 1.2',
  }),
  'yaml-character': ({ point }) => ({
    reason: 'YAML 中不得出现这个字符',
    expected: '文字',
    actual: point,
  }),
  'yaml-alias': ({ alias }) => ({
    reason: `别名 *${alias} 代指写在别处的值`,
    expected: '值本身',
    hint: '请照写一遍。',
  }),
  'doubled-key': ({ key }) => ({ reason: `此处键 \`${key}\` 重复`, expected: '每键一次' }),
  'more-problems': ({ count }) => ({ reason: `另有问题 ${count} 处` }),
  'unknown-key': ({ key, known, near }) => ({
    reason: `此处没有 \`${key}\` 这个键`,
    expected: list(known),
    actual: key,
    hint: near === null ? '请删去，或查 schema。' : `是否要写 \`${near}\`？`,
  }),
  'missing-key': ({ key, path }) => ({
    reason: `缺少键 \`${key}\``,
    expected: `${where(path)}中有 \`${key}\``,
  }),
  'wrong-value': ({ path, constraint, actual, about }) => ({
    reason: `${where(path)}的值不合要求`,
    expected: must(constraint),
    actual,
    hint: about?.['zh-Hans'],
  }),
  duplicate: ({ what, value }) => ({
    reason: `${NAMES[what]}重复`,
    expected: `${NAMES[what]}各不相同`,
    actual: value,
  }),
  'file-outside': ({ path }) => ({
    reason: '校本的文件不在 `witnesses/` 文件夹内',
    expected: 'witnesses/ 之下的路径',
    actual: path,
  }),
  'unknown-file': ({ name, known }) => ({
    reason: `各校本都没有文件 ${name}`,
    expected: orList(known),
    actual: name,
  }),
  'files-twice': ({ work, count, files }) => ({
    reason: `全部文件已归 ${work} 一篇`,
    expected: '只有一篇写 `files: all`，或各篇分别列出文件',
    actual: `${count} 篇`,
    hint: `请分别列出各篇的文件：files: [${files.join(', ')}]`,
  }),
  'unknown-siglum': ({ siglum, known }) => ({
    reason: '没有以此为简称的校本',
    expected: orList(known),
    actual: siglum,
  }),
  'prose-form': ({ node }) => ({
    reason: `书中没有与此相应的形式：${node}`,
    expected: '段落、标题、列表、引文、表格、注释、强调、图片',
    actual: node,
    hint: '请改写成文字。',
  }),
  'prose-picture': () => ({
    reason: '图片不能放在这里',
    expected: '独占一行的图片，并有文字说明图中何物，供看不见图的读者使用',
    hint: '写作 ![图中何物](pictures/map.png "图题")，用 PNG 或 JPEG。',
  }),
  'picture-file': ({ url, fault }) => ({
    reason: `图片 ${url} 不能使用`,
    ...(fault === null ? { expected: 'PNG 或 JPEG', actual: '其他文件' } : fileFault(fault)),
    hint: '路径从 edition.yaml 所在的文件夹算起。',
  }),
  'not-utf-8': () => ({
    reason: '文件不是 UTF-8 编码',
    expected: 'UTF-8',
    actual: '其他字节',
    hint: '请另存为 UTF-8。',
  }),
}

const where = (path: string): string => (path === '' ? '文件' : ` \`${path}\` `)

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表',
  object: '键与值的映射',
  null: '空',
}

function must(c: Constraint): string {
  switch (c.kind) {
    case 'type':
      return orList(c.types.map((type) => TYPES[type] ?? type))
    case 'pattern':
      return `合于 ${c.pattern}`
    case 'date':
      return '真实的日期，如 2024-01-31'
    case 'length':
      return c.least === 1 ? '非空的文字' : `至少 ${c.least} 字`
    case 'items':
      return c.least === 1 ? '非空的列表' : `至少 ${c.least} 项的列表`
    case 'choice':
      return orList(c.values)
    case 'least':
      return `不小于 ${c.least}`
    default:
      return c.text
  }
}
