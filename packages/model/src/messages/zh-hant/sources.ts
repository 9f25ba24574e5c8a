import type { sources as english } from '../en/sources.ts'
import type { WordsFor } from '../saying.ts'
import { fileFault, list, orList } from './phrases.ts'

export const sources: WordsFor<typeof english> = {
  'missing-witness': ({ file, fault }) => ({
    reason: `校本檔案 ${file} 無法讀取`,
    ...fileFault(fault),
    ...(fault.kind === 'system' && fault.code === 'ENOENT' && { expected: `witnesses/${file}` }),
  }),
  unreadable: ({ fault }) => ({ reason: '此檔案無法讀取', ...fileFault(fault) }),
  'changed-witness': ({ file, expected, actual }) => ({
    reason: `校本檔案 ${file} 已不是本書所據的那一份`,
    expected: `sha-256 ${expected}`,
    actual,
    hint: '請還原原檔案；如確要更換，請在此處改寫 sha256。',
  }),
  'several-witnesses': ({ file, witnesses }) => ({
    reason: `檔案 ${file} 含有 ${witnesses.length} 種校本`,
    expected: `其中一種：${list(witnesses)}`,
    hint: `請按簡稱逐一指明：{ file: ${file}, witness: ${witnesses[0] ?? '…'} }`,
  }),
  'unknown-witness': ({ witness, known }) => ({
    reason: '檔案中沒有這種校本的文字',
    expected: known.length === 0 ? '不寫 witness，因為檔案只含一種文本' : orList(known),
    actual: witness,
  }),
  'unused-file': () => ({
    reason: '沒有校本用到這個檔案，未予讀取',
    hint: '請在 edition.yaml 中把它列入某一校本。',
  }),
  'no-edition-file': ({ folder }) => ({
    reason: '沒有 edition.yaml，篇目由程式自行判斷',
    hint: `要寫一份，請用：huijiao discover ${folder} --write`,
  }),
  'nothing-to-read': ({ formats }) => ({
    reason: '資料夾中既沒有 edition.yaml，也沒有原始檔案',
    expected: `edition.yaml，或可讀格式的檔案：${list(formats)}`,
  }),
  'not-read': () => ({
    reason: '無從辨識檔案的格式，未予讀取',
    hint: '請轉成純文字檔、Markdown 或說明所列的其他格式。',
  }),
  picture: () => ({
    reason: '圖片不含文字，未予讀取',
    hint: '請提供辨識結果，如 hOCR、ALTO、PAGE-XML。',
  }),
  undecodable: ({ file, offset, encoding, bytes }) => ({
    reason: `${file} 第 ${offset} 位元組不是 ${encoding} 文字`,
    expected: `${encoding} 文字`,
    actual: bytes === '' ? '檔案至此中斷' : `位元組 ${bytes}`,
    hint: '請從來源還原檔案，或轉成 UTF-8。',
  }),
  'damaged-byte': ({ encoding }) => ({
    reason: '此處有位元組不成文字，讀作 \uFFFD',
    expected: `${encoding} 文字`,
    hint: '請從來源還原檔案；如要拒收這樣的檔案，請寫 `strict: true`。',
  }),
  'pasted-encoding': (v) => ({
    reason: '此行與全檔案編碼不同，已按其自身編碼讀入',
    expected: `${v.file} 編碼的文字`,
    actual: `${v.encoding} 編碼的文字`,
    hint: '請核對此行，再將檔案以同一編碼儲存。',
  }),
  'more-damaged-bytes': ({ count }) => ({ reason: `檔案中另有 ${count} 處位元組不成文字` }),
  'misread-encoding': ({ encoding, misread, lost }) => ({
    reason: `文字原為 ${encoding}，曾被誤作 ${misread} 讀入並儲存，現已還原`,
    actual: lost === 0 ? '沒有遺失' : `遺失 ${lost} 字，均讀作 \uFFFD`,
    hint: '如能從來源取得原檔案，請還原。',
  }),
  'encoding-uncertain': ({ file, bytes, encodings }) => ({
    reason: `檔案的編碼不能確定，現作 ${encodings[0] ?? ''} 讀入`,
    expected: '在 edition.yaml 中寫明編碼，或用 UTF-8',
    actual: `${bytes} 位元組，讀作 ${orList(encodings)} 皆通`,
    hint: `請寫明：files: [{ file: ${file}, encoding: ${encodings[0] ?? ''} }]，或轉成 UTF-8。`,
  }),
  'lost-encoding': ({ misread, lost }) => ({
    reason: `文字曾被誤作 ${misread} 讀入並儲存，遺失過多，無法還原`,
    actual: `遺失 ${lost} 字`,
    hint: '請從來源還原檔案。',
  }),
}
