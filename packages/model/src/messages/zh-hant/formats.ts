import type { formats as english } from '../en/formats.ts'
import type { WordsFor } from '../saying.ts'
import { list } from './phrases.ts'

const RESTORE = '請從來源還原檔案。'
const SAVE_ANEW = '請把文件另存為 .docx。'
const MEND = '請改正此處，或從來源重新產生檔案。'

export const formats: WordsFor<typeof english> = {
  'unknown-format': ({ known }) => ({
    reason: '無從辨識檔案的格式',
    expected: list(known),
    hint: '請轉成其中一種；如是純文字檔，請以 .txt 命名。',
  }),
  'too-large': ({ limit, size }) => ({
    reason: '檔案過大',
    expected: `不超過 ${limit} MiB`,
    actual: `${size} MiB`,
    hint: '請切成幾份，依次列在 `files` 之下。',
  }),
  'line-too-long': ({ most, length }) => ({
    reason: '檔案中有一行過長',
    expected: `不超過 ${most} 字`,
    actual: `${length} 字`,
    hint: '請在各段末尾換行。',
  }),
  'archive-too-large': ({ member }) => ({
    reason: '壓縮檔解開之後過大',
    actual: member,
    hint: RESTORE,
  }),
  'broken-archive': ({ text }) => ({ reason: '壓縮檔無法解開', actual: text, hint: RESTORE }),
  'missing-member': ({ name }) => ({
    reason: '電子書缺少它所列的一份文件',
    expected: name,
    hint: RESTORE,
  }),
  'no-word-document': () => ({
    reason: '壓縮檔中沒有 Word 文件',
    expected: 'word/document.xml',
    hint: SAVE_ANEW,
  }),
  'broken-docx': ({ text }) => ({ reason: 'Word 文件無法讀取', actual: text, hint: SAVE_ANEW }),
  'no-text-layer': () => ({
    reason: 'PDF 只有頁面影像，沒有文字',
    expected: '文字層',
    hint: '請先辨識文字，例如用 OCRmyPDF，或提供其他辨識引擎的 hOCR、ALTO。',
  }),
  'broken-pdf': ({ text }) => ({
    reason: 'PDF 無法讀取',
    actual: text,
    hint: '請去除密碼，或從來源還原檔案。',
  }),
  'no-text': () => ({
    reason: 'TEI 文件沒有正文',
    expected: '含 body 的 text 元素',
    hint: '只有檔頭或影像的文件不能作校本。',
  }),
  'malformed-xml': ({ text }) => ({
    reason: `XML 不合語法：${text}`,
    expected: '合乎語法的 XML',
    hint: MEND,
  }),
  'undefined-entity': () => ({
    reason: 'XML 不合語法：實體沒有定義',
    expected: '合乎語法的 XML',
    hint: '文件自行定義的實體不予解釋，請直接寫出字元。',
  }),
  'too-many-elements': () => ({ reason: '檔案的元素過多', hint: '請切成幾份。' }),
  'too-deep': ({ most }) => ({
    reason: '檔案的元素巢狀過深',
    expected: `不超過 ${most} 層`,
    hint: '請轉成純文字檔。',
  }),
  'no-element': () => ({ reason: '檔案中沒有任何元素', expected: 'XML', hint: RESTORE }),
  'malformed-json': ({ text }) => ({
    reason: `JSON 不合語法：${text === '' ? '檔案是空的' : text}`,
    expected: 'JSON',
    hint: MEND,
  }),
  'no-pages': () => ({
    reason: 'METS 檔案所列的頁面，旁邊一個也沒有',
    expected: '在 FLocat 元素所指之處的 ALTO 或 PAGE-XML 檔案',
    hint: '請把頁面的資料夾放進 witnesses/，與 METS 檔案並列。',
  }),
  'missing-pages': ({ all, count, pages }) => ({
    reason: `METS 檔案所列 ${all} 頁中有 ${count} 頁旁邊沒有文字，已略去`,
    expected: '在 FLocat 元素所指之處的 ALTO 或 PAGE-XML 檔案',
    actual: `缺 ${list(pages)}${count > pages.length ? '等' : ''}`,
    hint: '請把這些頁面的檔案放進 witnesses/，與 METS 檔案並列。',
  }),
  'no-picture': ({ query }) => ({
    reason: `各本都沒有註明「${query}」所在頁面的影像`,
    expected: '某本有的文字或校記，該本須為帶座標的 hOCR、ALTO、PAGE-XML 或 METS',
    hint: '`huijiao explain` 可查哪些本子有此處，在何位置。',
  }),
}
