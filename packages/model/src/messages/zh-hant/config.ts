import type { config as english } from '../en/config.ts'
import type { WordsFor } from '../saying.ts'
import type { Constraint, Twice } from '../values.ts'
import { fileFault, list, orList } from './phrases.ts'
import { yamlFault } from './yaml.ts'

const NAMES: Readonly<Record<Twice, string>> = { siglum: '簡稱', work: '篇的 id', file: '檔案' }

export const config: WordsFor<typeof english> = {
  'yaml-syntax': ({ code, text, isDeep }) => ({
    reason: isDeep ? '清單和對映巢狀過深' : yamlFault(code, text),
    expected: 'YAML 1.2',
  }),
  'yaml-character': ({ point }) => ({
    reason: 'YAML 中不得出現這個字元',
    expected: '文字',
    actual: point,
  }),
  'yaml-alias': ({ alias }) => ({
    reason: `別名 *${alias} 代指寫在別處的值`,
    expected: '值本身',
    hint: '請照寫一遍。',
  }),
  'doubled-key': ({ key }) => ({ reason: `此處鍵 \`${key}\` 重複`, expected: '每鍵一次' }),
  'more-problems': ({ count }) => ({ reason: `另有問題 ${count} 處` }),
  'unknown-key': ({ key, known, near }) => ({
    reason: `此處沒有 \`${key}\` 這個鍵`,
    expected: list(known),
    actual: key,
    hint: near === null ? '請刪去，或查 schema。' : `是否要寫 \`${near}\`？`,
  }),
  'missing-key': ({ key, path }) => ({
    reason: `缺少鍵 \`${key}\``,
    expected: `${where(path)}中有 \`${key}\``,
  }),
  'wrong-value': ({ path, constraint, actual, about }) => ({
    reason: `${where(path)}的值不合要求`,
    expected: must(constraint),
    actual,
    hint: about?.['zh-Hant'],
  }),
  duplicate: ({ what, value }) => ({
    reason: `${NAMES[what]}重複`,
    expected: `${NAMES[what]}各不相同`,
    actual: value,
  }),
  'file-outside': ({ path }) => ({
    reason: '校本的檔案不在 `witnesses/` 資料夾內',
    expected: 'witnesses/ 之下的路徑',
    actual: path,
  }),
  'unknown-file': ({ name, known }) => ({
    reason: `各校本都沒有檔案 ${name}`,
    expected: orList(known),
    actual: name,
  }),
  'files-twice': ({ work, count, files }) => ({
    reason: `全部檔案已歸 ${work} 一篇`,
    expected: '只有一篇寫 `files: all`，或各篇分別列出檔案',
    actual: `${count} 篇`,
    hint: `請分別列出各篇的檔案：files: [${files.join(', ')}]`,
  }),
  'unknown-siglum': ({ siglum, known }) => ({
    reason: '沒有以此為簡稱的校本',
    expected: orList(known),
    actual: siglum,
  }),
  'prose-form': ({ node }) => ({
    reason: `書中沒有與此相應的形式：${node}`,
    expected: '段落、標題、清單、引文、表格、註釋、強調、圖片',
    actual: node,
    hint: '請改寫成文字。',
  }),
  'prose-picture': () => ({
    reason: '圖片不能放在這裡',
    expected: '獨佔一行的圖片，並有文字說明圖中何物，供看不見圖的讀者使用',
    hint: '寫作 ![圖中何物](pictures/map.png "圖題")，用 PNG 或 JPEG。',
  }),
  'picture-file': ({ url, fault }) => ({
    reason: `圖片 ${url} 不能使用`,
    ...(fault === null ? { expected: 'PNG 或 JPEG', actual: '其他檔案' } : fileFault(fault)),
    hint: '路徑從 edition.yaml 所在的資料夾算起。',
  }),
  'not-utf-8': () => ({
    reason: '檔案不是 UTF-8 編碼',
    expected: 'UTF-8',
    actual: '其他位元組',
    hint: '請另存為 UTF-8。',
  }),
}

const where = (path: string): string => (path === '' ? '檔案' : ` \`${path}\` `)

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整數',
  number: '數字',
  boolean: 'true 或 false',
  array: '清單',
  object: '鍵與值的對映',
  null: '空',
}

function must(c: Constraint): string {
  switch (c.kind) {
    case 'type':
      return orList(c.types.map((type) => TYPES[type] ?? type))
    case 'pattern':
      return `合於 ${c.pattern}`
    case 'date':
      return '真實的日期，如 2024-01-31'
    case 'length':
      return c.least === 1 ? '非空的文字' : `至少 ${c.least} 字`
    case 'items':
      return c.least === 1 ? '非空的清單' : `至少 ${c.least} 項的清單`
    case 'choice':
      return orList(c.values)
    case 'least':
      return `不小於 ${c.least}`
    default:
      return c.text
  }
}
