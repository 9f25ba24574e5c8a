import type { sources as english } from '../en/sources.ts'
import type { WordsFor } from '../saying.ts'
import { fileFault, list, orList } from './phrases.ts'

export const sources: WordsFor<typeof english> = {
  'missing-witness': ({ file, fault }) => ({
    reason: `校本文件 ${file} 无法读取`,
    ...fileFault(fault),
    ...(fault.kind === 'system' && fault.code === 'ENOENT' && { expected: `witnesses/${file}` }),
  }),
  unreadable: ({ fault }) => ({ reason: '此文件无法读取', ...fileFault(fault) }),
  'changed-witness': ({ file, expected, actual }) => ({
    reason: `校本文件 ${file} 已不是本书所据的那一份`,
    expected: `sha-256 ${expected}`,
    actual,
    hint: '请恢复原文件；如确要更换，请在此处改写 sha256。',
  }),
  'several-witnesses': ({ file, witnesses }) => ({
    reason: `文件 ${file} 含有 ${witnesses.length} 种校本`,
    expected: `其中一种：${list(witnesses)}`,
    hint: `请按简称逐一指明：{ file: ${file}, witness: ${witnesses[0] ?? '…'} }`,
  }),
  'unknown-witness': ({ witness, known }) => ({
    reason: '文件中没有这种校本的文字',
    expected: known.length === 0 ? '不写 witness，因为文件只含一种文本' : orList(known),
    actual: witness,
  }),
  'unused-file': () => ({
    reason: '没有校本用到这个文件，未予读取',
    hint: '请在 edition.yaml 中把它列入某一校本。',
  }),
  'no-edition-file': ({ folder }) => ({
    reason: '没有 edition.yaml，篇目由程序自行判断',
    hint: `要写一份，请用：huijiao discover ${folder} --write`,
  }),
  'nothing-to-read': ({ formats }) => ({
    reason: '文件夹中既没有 edition.yaml，也没有原始文件',
    expected: `edition.yaml，或可读格式的文件：${list(formats)}`,
  }),
  'not-read': () => ({
    reason: '无从识别文件的格式，未予读取',
    hint: '请转成纯文本、Markdown 或说明所列的其他格式。',
  }),
  picture: () => ({
    reason: '图片不含文字，未予读取',
    hint: '请提供识别结果，如 hOCR、ALTO、PAGE-XML。',
  }),
  undecodable: ({ file, offset, encoding, bytes }) => ({
    reason: `${file} 第 ${offset} 字节不是 ${encoding} 文字`,
    expected: `${encoding} 文字`,
    actual: bytes === '' ? '文件至此中断' : `字节 ${bytes}`,
    hint: '请从来源恢复文件，或转成 UTF-8。',
  }),
  'damaged-byte': ({ encoding }) => ({
    reason: '此处有字节不成文字，读作 \uFFFD',
    expected: `${encoding} 文字`,
    hint: '请从来源恢复文件；如要拒收这样的文件，请写 `strict: true`。',
  }),
  'pasted-encoding': (v) => ({
    reason: '此行与全文件编码不同，已按其自身编码读入',
    expected: `${v.file} 编码的文字`,
    actual: `${v.encoding} 编码的文字`,
    hint: '请核对此行，再将文件以同一编码保存。',
  }),
  'more-damaged-bytes': ({ count }) => ({ reason: `文件中另有 ${count} 处字节不成文字` }),
  'misread-encoding': ({ encoding, misread, lost }) => ({
    reason: `文字原为 ${encoding}，曾被误作 ${misread} 读入并保存，现已还原`,
    actual: lost === 0 ? '没有丢失' : `丢失 ${lost} 字，均读作 \uFFFD`,
    hint: '如能从来源取得原文件，请恢复。',
  }),
  'encoding-uncertain': ({ file, bytes, encodings }) => ({
    reason: `文件的编码不能确定，现作 ${encodings[0] ?? ''} 读入`,
    expected: '在 edition.yaml 中写明编码，或用 UTF-8',
    actual: `${bytes} 字节，读作 ${orList(encodings)} 皆通`,
    hint: `请写明：files: [{ file: ${file}, encoding: ${encodings[0] ?? ''} }]，或转成 UTF-8。`,
  }),
  'lost-encoding': ({ misread, lost }) => ({
    reason: `文字曾被误作 ${misread} 读入并保存，丢失过多，无法还原`,
    actual: `丢失 ${lost} 字`,
    hint: '请从来源恢复文件。',
  }),
}
