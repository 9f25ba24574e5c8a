import type { command as english } from '../en/command.ts'
import type { WordsFor } from '../saying.ts'
import type { LeftOut } from '../values.ts'
import { fileFault, list, orList } from './phrases.ts'

const WHY = (why: LeftOut): string => {
  if (why.kind === 'format') return '無從辨識格式'
  return why.kind === 'empty' ? '不含文字' : why.text
}

export const command: WordsFor<typeof english> = {
  'which-edition': ({ known }) => ({
    reason: '請指明是哪部書',
    expected: known.length === 0 ? '書的資料夾' : orList(known),
  }),
  file: ({ fault }) => ({ reason: '檔案無法讀取', ...fileFault(fault) }),
  write: ({ fault }) => ({
    reason: '檔案無法寫入',
    ...fileFault(fault),
    expected: '可以寫入的檔案',
  }),
  'file-left-out': ({ why }) => ({ reason: `未予讀取：${WHY(why)}` }),
  proposal: () => ({
    reason: '這不是 reuse 的擬稿',
    expected: '`huijiao reuse DIR --proposals` 所寫的內容：members，各有 file、sha256、from、to',
  }),
  'missing-file': ({ path }) => ({
    reason: '沒有這個檔案',
    expected: path,
    hint: '請用 --root 指明取樣時所在的資料夾。',
  }),
  'no-file': () => ({ reason: '沒有這個檔案或資料夾' }),
  'no-files': () => ({
    reason: '此處沒有可讀的檔案',
    expected: 'packages/parse 的說明所列格式的原始檔案',
    hint: '請把原始檔案放進這個資料夾，或其下的 witnesses/。',
  }),
  'edition-exists': () => ({
    reason: '此處已有 edition.yaml',
    expected: '沒有 edition.yaml 的資料夾',
    hint: '要加入新的檔案，請用：huijiao discover FOLDER --merge',
  }),
  'doubled-file': ({ name, one, other }) => ({
    reason: `兩個檔案同名：${name}`,
    expected: '檔名各不相同',
    actual: `${one} 與 ${other}`,
    hint: '請改其中一個的名字。',
  }),
  tree: ({ text }) => ({ reason: '這不是文件樹', actual: text }),
  'not-built': ({ named }) => ({
    reason: '資料夾中沒有文件樹',
    expected: '其中或其 dist/ 中有 edition.json',
    hint: `請先製作：huijiao build ${named}`,
  }),
  'no-passage': ({ query }) => ({
    reason: `正文和各本都沒有「${query}」`,
    expected: '異文的編號，或某本照原樣的文字，標點不論',
    hint: '請少引幾個字，限於一篇之內，依正文次序。',
  }),
  'no-work': ({ work, known }) => ({ reason: `沒有 ${work} 這一篇`, expected: list(known) }),
}
