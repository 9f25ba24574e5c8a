import type { Signature } from './order.ts'

/** What the instructions say of a booklet. */
export interface BookletFacts {
  readonly title: string
  readonly pages: number
  readonly signatures: readonly Signature[]
  readonly rightBound: boolean
  /** Whether marks show where to cut. */
  readonly isCut: boolean
  /** Scale of the pages on the sheet; 1 for their own size. */
  readonly scale: number
}

/**
 * Writes how to print, fold and sew a booklet, in the language of the edition: simplified or traditional
 * Chinese, or English for any other.
 */
export function bookletInstructions(language: string, facts: BookletFacts): string {
  const sheets = facts.signatures.reduce((sum, signature) => sum + signature.length, 0)
  const largest = Math.max(0, ...facts.signatures.map((signature) => signature.length))
  const numbers = {
    ...facts,
    sheets,
    largest,
    count: facts.signatures.length,
    blanks: sheets * 4 - facts.pages,
    percent: String(Math.round(facts.scale * 1000) / 10),
  }
  return `${wording(language)(numbers).join('\n')}\n`
}

interface Numbers extends BookletFacts {
  readonly sheets: number
  /** Sheets of the largest signature. */
  readonly largest: number
  /** Number of signatures. */
  readonly count: number
  readonly blanks: number
  readonly percent: string
}

/** More sheets than these do not fold into one another. */
const MOST = 16

type Wording = (numbers: Numbers) => string[]

function wording(language: string): Wording {
  const tag = language.toLowerCase()
  if (!/^zh\b/.test(tag)) return english
  return /hant|-tw|-hk|-mo/.test(tag) ? traditional : simplified
}

const simplified: Wording = (n) => [
  `《${n.title}》小册子打印与装订说明`,
  '',
  `共 ${n.pages} 页，用 A4 纸 ${n.sheets} 张，分 ${n.count} 帖，每帖至多 ${n.largest} 张；书末补空白 ${n.blanks} 页。`,
  `页面按 ${n.percent}% 排在半张 A4 上。`,
  '',
  '1. 打印：A4 横向，双面，沿短边翻转，实际大小（不缩放）。',
  '   打印机不能自动双面时：先印奇数面，将整叠纸原样放回后再印偶数面；请先用两张纸试印。',
  `2. 分帖：按打印次序，每 ${n.largest} 张为一帖，最后一帖可能较少。`,
  ...(n.largest > MOST ? ['   一帖过厚，难以对折：宜用 --signature 4 至 8 重印。'] : []),
  `3. 折叠：每帖整齐对折，帖内首页朝外，折线在${n.rightBound ? '右' : '左'}。`,
  n.count > 1
    ? '4. 装订：每帖沿折线骑马订或锁线，再把各帖按次序叠齐，于书脊处缝合或上胶。'
    : '4. 装订：沿折线骑马订两钉，或穿线三孔。',
  n.isCut
    ? '5. 裁切：装订后沿四角的裁切线裁齐三边。'
    : '5. 裁切：装订后裁齐切口；内页略微突出属正常，版心已逐张内移。',
]

const traditional: Wording = (n) => [
  `《${n.title}》小冊子列印與裝訂說明`,
  '',
  `共 ${n.pages} 頁，用 A4 紙 ${n.sheets} 張，分 ${n.count} 帖，每帖至多 ${n.largest} 張；書末補空白 ${n.blanks} 頁。`,
  `頁面按 ${n.percent}% 排在半張 A4 上。`,
  '',
  '1. 列印：A4 橫向，雙面，沿短邊翻轉，實際大小（不縮放）。',
  '   印表機不能自動雙面時：先印奇數面，將整疊紙原樣放回後再印偶數面；請先用兩張紙試印。',
  `2. 分帖：按列印次序，每 ${n.largest} 張為一帖，最後一帖可能較少。`,
  ...(n.largest > MOST ? ['   一帖過厚，難以對摺：宜用 --signature 4 至 8 重印。'] : []),
  `3. 摺疊：每帖整齊對摺，帖內首頁朝外，摺線在${n.rightBound ? '右' : '左'}。`,
  n.count > 1
    ? '4. 裝訂：每帖沿摺線騎馬釘或鎖線，再把各帖按次序疊齊，於書脊處縫合或上膠。'
    : '4. 裝訂：沿摺線騎馬釘兩釘，或穿線三孔。',
  n.isCut
    ? '5. 裁切：裝訂後沿四角的裁切線裁齊三邊。'
    : '5. 裁切：裝訂後裁齊切口；內頁略微突出屬正常，版心已逐張內移。',
]

const english: Wording = (n) => [
  `How to print and bind “${n.title}” as a booklet`,
  '',
  `${n.pages} pages on ${n.sheets} sheets of A4 in ${n.count} signature(s) of at most ${n.largest} sheets; ${n.blanks} blank page(s) at the end.`,
  `Pages are set at ${n.percent}% on half a sheet.`,
  '',
  '1. Print: A4 landscape, both sides, flip on the short edge, actual size (no scaling).',
  '   Without automatic duplex: print the odd sides, put the pile back as it is, print the even sides; try two sheets first.',
  `2. Divide: every ${n.largest} sheets in the order of printing are one signature; the last may have fewer.`,
  ...(n.largest > MOST
    ? [
        '   That many sheets do not fold into one another: better print again with --signature 4 to 8.',
      ]
    : []),
  `3. Fold each signature in the middle, its first page outside, the fold on the ${n.rightBound ? 'right' : 'left'}.`,
  n.count > 1
    ? '4. Bind: staple or sew each signature through the fold, stack them in order, and sew or glue them at the spine.'
    : '4. Bind: two staples, or thread through three holes, in the fold.',
  n.isCut
    ? '5. Trim: after binding, cut three edges along the marks at the corners.'
    : '5. Trim the fore edge after binding; inner sheets stand out a little, which their pages allow for.',
]
