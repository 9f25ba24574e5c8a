import type { Jump } from './types.ts'

const PAGE =
  '(?:(?:第\\s*)?(?:(?:[A-Za-z]{1,2}\\s*)?\\d{1,3}|[一二三四五六七八九十〇]{1,3})\\s*(?:版|页|頁|面)|[A-Za-z]\\s*\\d{1,3})'
const VERB =
  '未完[，,、]?\\s*(?:下转|下轉|转|轉|下接)|上接|下接|下转|下轉|紧接|緊接|紧转|緊轉|续接|續接|转自|转载自|转|轉|接|续|續'
const BRACKETED = new RegExp(
  `[（(【\\[〔［〈<]\\s*(?:[▲■▼◆●→←►▶▷>]+\\s*)?(${VERB})\\s*((?:${PAGE})[^（()）【】\\[\\]]{0,24})[）)】\\]〕］〉>]`,
  'gu',
)
const BARE = new RegExp(
  `(?:^|(?<![▲■▼◆●→←►▶▷>])[▲■▼◆●→←►▶▷>]+\\s*)(上接|下接|下转|下轉|紧接|緊接|紧转|緊轉)\\s*(${PAGE}[①-⑳\\d]{0,2})(?:[^\\p{L}\\p{N}]*)$`,
  'gu',
)
/** Without brackets or marks, at the end of a line or its beginning, where no sentence has such words. */
const PLAIN = new RegExp(
  '(?<=.)(下转|下轉|紧转|緊轉)\\s*((?:第\\s*)?(?:[A-Za-z]?\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*[版页頁])$|' +
    '^[▲■▼◆●→←►▶▷>]*\\s*(上接|紧接|緊接)\\s*((?:第\\s*)?(?:[A-Za-z]?\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*[版页頁]|(?<=[►▶▷→]\\s*(?:上接|紧接|緊接)\\s*)[A-Za-z]?\\d{1,3}(?!\\d))(?=\\S)',
  'gu',
)
/** A note without a page: always in brackets, or alone on its line. */
const UNPAGED =
  /[（(【[〔]\s*(未完(?:待续|待續)?|待续|待續|续完|續完|续前|續前|接前|上接前文|接上期|续上期|下期续完)\s*[）)】\]〕]|^(未完待续|未完待續)$/gu
const ENGLISH =
  /(?:[([]\s*|(?<!\s)\s*)\bcontinued\s+(on|from)\s+(?:page\s+)?([A-Z]?\d{1,3})\s*[)\]]?/giu

/** The jump lines in one line of text; places in UTF-16 units of the line. */
export function jumpsIn(text: string): Jump[] {
  const found: Jump[] = []
  for (const pattern of [BRACKETED, BARE, PLAIN, UNPAGED, ENGLISH]) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((jump) => jump.start < end && start < jump.end)) continue
      const plain = pattern === PLAIN && match[1] === undefined
      const verb = (plain ? (match[3] ?? '') : (match[1] ?? match[2] ?? '')).toLowerCase()
      const out = /^(?:下接|下转|下轉|紧转|緊轉|转|轉|on|未完.*|待续|待續|下期续完)$/u.test(verb)
      const target = (pattern === UNPAGED ? '' : ((plain ? match[4] : match[2]) ?? ''))
        .normalize('NFC')
        .replace(/[第\s版页頁面]/gu, '')
      found.push({ start, end, direction: out ? 'out' : 'in', target: arabic(target) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const DIGITS = '〇一二三四五六七八九'

/** Page numbers in Han digits as Arabic ones, so that 第一版 and 第1版 are one page. */
function arabic(target: string): string {
  const match = /^[一二三四五六七八九十〇]+/u.exec(target)
  if (match === null) return target.toUpperCase()
  const [tens, ones] = match[0].includes('十') ? match[0].split('十') : [null, match[0]]
  const digit = (han: string | undefined, empty: number): number =>
    han === undefined || han === '' ? empty : DIGITS.indexOf(han.slice(-1))
  const value = tens === null ? digit(ones, 0) : 10 * digit(tens, 1) + digit(ones, 0)
  return value + target.slice(match[0].length)
}
