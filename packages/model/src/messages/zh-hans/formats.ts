import type { formats as english } from '../en/formats.ts'
import type { WordsFor } from '../saying.ts'
import { list } from './phrases.ts'

const RESTORE = '请从来源恢复文件。'
const SAVE_ANEW = '请把文档重新存为 .docx。'
const MEND = '请改正此处，或从来源重新生成文件。'

export const formats: WordsFor<typeof english> = {
  'unknown-format': ({ known }) => ({
    reason: '无从识别文件的格式',
    expected: list(known),
    hint: '请转成其中一种；如是纯文本，请以 .txt 命名。',
  }),
  'too-large': ({ limit, size }) => ({
    reason: '文件过大',
    expected: `不超过 ${limit} MiB`,
    actual: `${size} MiB`,
    hint: '请切成几份，依次列在 `files` 之下。',
  }),
  'line-too-long': ({ most, length }) => ({
    reason: '文件中有一行过长',
    expected: `不超过 ${most} 字`,
    actual: `${length} 字`,
    hint: '请在各段末尾换行。',
  }),
  'archive-too-large': ({ member }) => ({
    reason: '压缩文件解开之后过大',
    actual: member,
    hint: RESTORE,
  }),
  'broken-archive': ({ text }) => ({ reason: '压缩文件无法解开', actual: text, hint: RESTORE }),
  'missing-member': ({ name }) => ({
    reason: '电子书缺少它所列的一份文档',
    expected: name,
    hint: RESTORE,
  }),
  'no-word-document': () => ({
    reason: '压缩文件中没有 Word 文档',
    expected: 'word/document.xml',
    hint: SAVE_ANEW,
  }),
  'broken-docx': ({ text }) => ({ reason: 'Word 文档无法读取', actual: text, hint: SAVE_ANEW }),
  'no-text-layer': () => ({
    reason: 'PDF 只有页面图像，没有文字',
    expected: '文字层',
    hint: '请先识别文字，例如用 OCRmyPDF，或提供其他识别引擎的 hOCR、ALTO。',
  }),
  'broken-pdf': ({ text }) => ({
    reason: 'PDF 无法读取',
    actual: text,
    hint: '请去除密码，或从来源恢复文件。',
  }),
  'no-text': () => ({
    reason: 'TEI 文档没有正文',
    expected: '含 body 的 text 元素',
    hint: '只有文件头或图像的文档不能作校本。',
  }),
  'malformed-xml': ({ text }) => ({
    reason: `XML 不合语法：${text}`,
    expected: '合乎语法的 XML',
    hint: MEND,
  }),
  'undefined-entity': () => ({
    reason: 'XML 不合语法：实体没有定义',
    expected: '合乎语法的 XML',
    hint: '文档自行定义的实体不予解释，请直接写出字符。',
  }),
  'too-many-elements': () => ({ reason: '文件的元素过多', hint: '请切成几份。' }),
  'too-deep': ({ most }) => ({
    reason: '文件的元素嵌套过深',
    expected: `不超过 ${most} 层`,
    hint: '请转成纯文本。',
  }),
  'no-element': () => ({ reason: '文件中没有任何元素', expected: 'XML', hint: RESTORE }),
  'malformed-json': ({ text }) => ({
    reason: `JSON 不合语法：${text === '' ? '文件是空的' : text}`,
    expected: 'JSON',
    hint: MEND,
  }),
  'no-pages': () => ({
    reason: 'METS 文件所列的页面，旁边一个也没有',
    expected: '在 FLocat 元素所指之处的 ALTO 或 PAGE-XML 文件',
    hint: '请把页面的文件夹放进 witnesses/，与 METS 文件并列。',
  }),
  'missing-pages': ({ all, count, pages }) => ({
    reason: `METS 文件所列 ${all} 页中有 ${count} 页旁边没有文字，已略去`,
    expected: '在 FLocat 元素所指之处的 ALTO 或 PAGE-XML 文件',
    actual: `缺 ${list(pages)}${count > pages.length ? '等' : ''}`,
    hint: '请把这些页面的文件放进 witnesses/，与 METS 文件并列。',
  }),
  'no-picture': ({ query }) => ({
    reason: `各本都没有注明“${query}”所在页面的图像`,
    expected: '某本有的文字或校记，该本须为带坐标的 hOCR、ALTO、PAGE-XML 或 METS',
    hint: '`huijiao explain` 可查哪些本子有此处，在何位置。',
  }),
}
