import type { command as english } from '../en/command.ts'
import type { WordsFor } from '../saying.ts'
import type { LeftOut } from '../values.ts'
import { fileFault, list, orList } from './phrases.ts'

const WHY = (why: LeftOut): string => {
  if (why.kind === 'format') return '无从识别格式'
  return why.kind === 'empty' ? '不含文字' : why.text
}

export const command: WordsFor<typeof english> = {
  'which-edition': ({ known }) => ({
    reason: '请指明是哪部书',
    expected: known.length === 0 ? '书的文件夹' : orList(known),
  }),
  file: ({ fault }) => ({ reason: '文件无法读取', ...fileFault(fault) }),
  write: ({ fault }) => ({
    reason: '文件无法写入',
    ...fileFault(fault),
    expected: '可以写入的文件',
  }),
  'file-left-out': ({ why }) => ({ reason: `未予读取：${WHY(why)}` }),
  proposal: () => ({
    reason: '这不是 reuse 的拟稿',
    expected: '`huijiao reuse DIR --proposals` 所写的内容：members，各有 file、sha256、from、to',
  }),
  'missing-file': ({ path }) => ({
    reason: '没有这个文件',
    expected: path,
    hint: '请用 --root 指明取样时所在的文件夹。',
  }),
  'no-file': () => ({ reason: '没有这个文件或文件夹' }),
  'no-files': () => ({
    reason: '此处没有可读的文件',
    expected: 'packages/parse 的说明所列格式的原始文件',
    hint: '请把原始文件放进这个文件夹，或其下的 witnesses/。',
  }),
  'edition-exists': () => ({
    reason: '此处已有 edition.yaml',
    expected: '没有 edition.yaml 的文件夹',
    hint: '要加入新的文件，请用：huijiao discover FOLDER --merge',
  }),
  'doubled-file': ({ name, one, other }) => ({
    reason: `两个文件同名：${name}`,
    expected: '文件名各不相同',
    actual: `${one} 与 ${other}`,
    hint: '请改其中一个的名字。',
  }),
  tree: ({ text }) => ({ reason: '这不是文档树', actual: text }),
  'not-built': ({ named }) => ({
    reason: '文件夹中没有文档树',
    expected: '其中或其 dist/ 中有 edition.json',
    hint: `请先制作：huijiao build ${named}`,
  }),
  'no-passage': ({ query }) => ({
    reason: `正文和各本都没有“${query}”`,
    expected: '异文的编号，或某本照原样的文字，标点不论',
    hint: '请少引几个字，限于一篇之内，依正文次序。',
  }),
  'no-work': ({ work, known }) => ({ reason: `没有 ${work} 这一篇`, expected: list(known) }),
}
