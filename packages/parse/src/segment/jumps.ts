import type { Jump } from './types.ts'

const PAGE =
  '(?:第\\s*)?(?:[A-Za-z]{0,2}\\s*\\d{1,3}|[一二三四五六七八九十〇]{1,3})\\s*(?:版|页|頁|面)'
const VERB = '上接|下接|下转|下轉|紧接|緊接|续接|續接|转自|转载自|转|轉|接|续|續'
const BRACKETED = new RegExp(
  `[（(【\\[〔［〈<]\\s*(?:[▲■▼◆●→←>]*\\s*)(${VERB})\\s*((?:${PAGE})[^（()）【】\\[\\]]{0,24})[）)】\\]〕］〉>]`,
  'gu',
)
const BARE = new RegExp(
  `(?:^|[▲■▼◆●→←>]+\\s*)(上接|下接|下转|下轉|紧接|緊接)\\s*(${PAGE}[①-⑳\\d]{0,2})(?:[^\\p{L}\\p{N}]*)$`,
  'gu',
)
const ENGLISH = /[([]?\s*\bcontinued\s+(on|from)\s+(?:page\s+)?([A-Z]?\d{1,3})\s*[)\]]?/giu

/** The jump lines in one line of text; places in UTF-16 units of the line. */
export function jumpsIn(text: string): Jump[] {
  const found: Jump[] = []
  for (const pattern of [BRACKETED, BARE, ENGLISH]) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((jump) => jump.start < end && start < jump.end)) continue
      const verb = (match[1] ?? '').toLowerCase()
      const out = /^(?:下接|下转|下轉|转|轉|on)$/u.test(verb)
      const target = (match[2] ?? '').normalize('NFC').replace(/[第\s版页頁面]/gu, '')
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
