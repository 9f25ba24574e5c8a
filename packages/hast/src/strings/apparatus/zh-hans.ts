import { quotedHans as quoted } from '../quote.ts'
import type { ApparatusWords } from './types.ts'
import { characters, chineseNumber, counted, isShort } from './zh.ts'

const who = (sigla: readonly string[]): string => `${sigla.join('、')}本`
const both = (sigla: readonly string[]): string => (sigla.length > 1 ? '并' : '')

export const apparatusHans: ApparatusWords = {
  mark: (number) => `〔${chineseNumber(number)}〕`,
  afterMark: '',
  afterLemma: '　',
  betweenLemmas: '……',
  passage: (first, last, paragraphs) =>
    `自“${first}”至“${last}”${paragraphs > 1 ? `${chineseNumber(paragraphs)}段` : ''}`,
  lacksPassage: (sigla) => `${who(sigla)}无。`,
  departs: (sigla, departure, error) => {
    const has = `${who(sigla)}${both(sigla)}`
    switch (departure.kind) {
      case 'other':
        return `${has}${error ? '误' : ''}作${quoted(departure.text)}`
      case 'order':
        return error ? `${has}误倒作${quoted(departure.text)}` : `${has}作${quoted(departure.text)}`
      case 'more': {
        const place = `${quoted(departure.anchor)}${departure.side === 'before' ? '上' : '下'}`
        return `${has}${place}${error ? '衍' : '有'}${counted(departure.text, quoted)}`
      }
      default: {
        const verb = error ? '脱' : '无'
        if (!departure.whole) return `${has}${verb}${counted(departure.text, quoted)}`
        return `${has}${verb}此${isShort(departure.text) ? characters(departure.text) : '语'}`
      }
    }
  },
  corrected: (sigla, kind) =>
    `据${who(sigla)}${{ other: '改', lack: '补', more: '删', order: '乙正' }[kind]}`,
  conjecture: '今改',
  undecided: (sigla) => `孰是未定，今从${who(sigla)}`,
  doubtful: '存疑',
  again: '下同',
  remark: (reason) => `按：${reason}`,
  cited: (citation) => `（${citation}）`,
  citedAt: (mark) => `（出处同${mark}）`,
  clauses: {
    'eye-skip': () => '盖跳行而脱',
    'look-alike': () => '形近而讹',
    'sound-alike': () => '音近而讹',
    dittography: () => '涉邻字而衍',
    repetition: () => '涉上下文而误',
    number: () => '数目不合',
    quotation: ({ quoted: inMarks, text }) =>
      [...text].length < 2 ? '' : `他篇${inMarks ? '引' : '述'}作${quoted(text)}`,
  },
}
