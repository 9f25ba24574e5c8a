import { fileFault, list } from './phrases.ts'
import type { books as english } from '../en/books.ts'
import type { WordsFor } from '../saying.ts'
import type { Faceless } from '../values.ts'

const sayFaceless = ({ name, times, place }: Faceless): string =>
  `${name}（${times > 1 ? `共 ${times} 處，首見於 ` : ''}${place}）`

export const books: WordsFor<typeof english> = {
  'no-browser': ({ tried }) => ({
    reason: '沒有可用來印書的瀏覽器',
    expected: 'Chromium、Chrome 或 Edge',
    actual: tried.length === 0 ? '無' : `無；找過：${tried.join('；')}`,
    hint: '請安裝一個（apt-get install chromium，或 npx puppeteer browsers install chrome-headless-shell），或用 CHROME_PATH=/path/to/chrome 指明。',
  }),
  'browser-start': ({ text }) => ({
    reason: '瀏覽器無法啟動',
    actual: text,
    hint: '請用 CHROME_PATH=/path/to/chrome 指明另一個瀏覽器。',
  }),
  'browser-died': ({ text }) => ({
    reason: '印書時瀏覽器兩次中途結束',
    actual: text,
    hint: '可能是記憶體不足：請關閉其他程式，或少做幾部書。',
  }),
  'browser-late': ({ seconds }) => ({
    reason: `瀏覽器 ${seconds} 秒沒有回應`,
    hint: '可能是電腦太忙：請稍後再製作一次。',
  }),
  'own-folder': ({ fault, variable }) => ({
    reason: '程式要用的資料夾無法寫入',
    actual: fileFault(fault).actual,
    hint: `請用 ${variable}=/path/to/folder 指明另一個資料夾。`,
  }),
  'no-face': ({ characters, more, isBoxed }) => ({
    reason: `沒有一種字型有${list(characters.map(sayFaceless))}${more > 0 ? `，另有 ${more} 個` : ''}；${
      isBoxed ? '以方框代替' : '由閱讀器用自帶的字型顯示，也可能顯示不出'
    }`,
    hint: '若是誤識，請在裁定中改正。',
  }),
  'no-page-list': ({ isOther }) => ({
    reason: '書中沒有頁碼表',
    expected: '印本的頁碼',
    actual: isOther ? '另一棵文件樹的頁碼' : '沒有這個檔案',
    hint: '請先印成 PDF，這需要瀏覽器。',
  }),
  'no-book': () => ({ reason: '網站缺這部書', actual: '沒有這個檔案' }),
  'program-fault': ({ text }) => ({ reason: '程式中途出錯', actual: text }),
}
