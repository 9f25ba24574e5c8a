import { fileFault, list } from './phrases.ts'
import type { books as english } from '../en/books.ts'
import type { WordsFor } from '../saying.ts'
import type { Faceless } from '../values.ts'

const sayFaceless = ({ name, times, place }: Faceless): string =>
  `${name}（${times > 1 ? `共 ${times} 处，首见于 ` : ''}${place}）`

export const books: WordsFor<typeof english> = {
  'no-browser': ({ tried }) => ({
    reason: '没有可用来印书的浏览器',
    expected: 'Chromium、Chrome 或 Edge',
    actual: tried.length === 0 ? '无' : `无；找过：${tried.join('；')}`,
    hint: '请安装一个（apt-get install chromium，或 npx puppeteer browsers install chrome-headless-shell），或用 CHROME_PATH=/path/to/chrome 指明。',
  }),
  'browser-start': ({ text }) => ({
    reason: '浏览器无法启动',
    actual: text,
    hint: '请用 CHROME_PATH=/path/to/chrome 指明另一个浏览器。',
  }),
  'browser-died': ({ text }) => ({
    reason: '印书时浏览器两次中途退出',
    actual: text,
    hint: '可能是内存不足：请关闭其他程序，或少做几部书。',
  }),
  'browser-late': ({ seconds }) => ({
    reason: `浏览器 ${seconds} 秒没有回应`,
    hint: '可能是机器过忙：请稍后再制作一次。',
  }),
  'own-folder': ({ fault, variable }) => ({
    reason: '程序要用的文件夹无法写入',
    actual: fileFault(fault).actual,
    hint: `请用 ${variable}=/path/to/folder 指明另一个文件夹。`,
  }),
  'no-face': ({ characters, more, isBoxed }) => ({
    reason: `没有一种字体有${list(characters.map(sayFaceless))}${more > 0 ? `，另有 ${more} 个` : ''}；${
      isBoxed ? '以方框代替' : '由阅读器用自带的字体显示，也可能显示不出'
    }`,
    hint: '若是误识，请在裁定中改正。',
  }),
  'no-page-list': ({ isOther }) => ({
    reason: '书中没有页码表',
    expected: '印本的页码',
    actual: isOther ? '另一棵文档树的页码' : '没有这个文件',
    hint: '请先印成 PDF，这需要浏览器。',
  }),
  'no-book': () => ({ reason: '网站缺这部书', actual: '没有这个文件' }),
  'program-fault': ({ text }) => ({ reason: '程序中途出错', actual: text }),
}
