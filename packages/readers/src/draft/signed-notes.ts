/** A stretch of a text, in UTF-16 offsets. */
type Span = readonly [from: number, to: number]

/** A note that a sign calls in the text, and that stands at the head of a line with the same sign. */
export interface SignedNote {
  readonly call: Span
  readonly note: Span
  /** What it says, without its sign. */
  readonly words: string
}

interface Sign {
  /** The form of the sign with `#` for its number. */
  readonly style: string
  readonly number: number
  readonly span: Span
}

/** `[1]`, `〔一〕`, `①`, `（注1）`, `<sup>1</sup>`. */
const SIGN =
  /<sup>\s?\\?[[［〔(（]?\s?(?:注|註)?\s?\d{1,3}\s?\\?[\]］〕)）]?\s?<\/sup>|\\?[[［〔【](?:注|註)?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?\\?[\]］〕】]|[(（](?:注|註)\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]/gu
/** Brackets that are set high are brackets. */
const RAISED = /^<sup>(\D#\D)<\/sup>$/u
/** What a call stands behind: a word or the end of one's sentence, not what opens a list. */
const CALLED_BEHIND = /[\p{L}\p{N}。！？!?…”’」』》）)]$/u
/** A sentence that has ended. */
const ENDED = /[。！？!?…][”’」』）)]{0,3}\s?$/u

/**
 * The notes of a text that are called by signs: each row of lines that begin with signs numbered one after the other is
 * one of notes where each sign stands just once before it, in that order, behind a word.
 *
 * `他姓葛[1]。` … `[1] 名字不详。` → one note, 名字不详。
 */
export function signedNotes(text: string): SignedNote[] {
  const styles = new Map<string, Sign[]>()
  for (const match of text.matchAll(SIGN)) {
    const sign = signOf(match)
    const own = styles.get(sign.style)
    if (own === undefined) styles.set(sign.style, [sign])
    else own.push(sign)
  }
  const found = [...styles.values()].flatMap((own) => notesOf(text, own))
  const notes = found.map(({ note }) => note).toSorted((a, b) => a[0] - b[0])
  let next = 0
  return found
    .toSorted((a, b) => a.call[0] - b.call[0])
    .filter(({ call: [at] }) => {
      while ((notes[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next += 1
      // A sign within a note calls nothing.
      return at < (notes[next]?.[0] ?? Number.POSITIVE_INFINITY)
    })
}

function signOf({ 0: written, index }: RegExpExecArray): Sign {
  const span: Span = [index, index + written.length]
  if (/^[①-⑳]/u.test(written)) {
    return { style: '①', number: (written.codePointAt(0) ?? 0) - 0x245f, span }
  }
  const digits = /\d+|[一二三四五六七八九十]+/u.exec(written)?.[0] ?? ''
  const style = written
    .replace(digits, '#')
    .replaceAll(/[\\\s]/gu, '')
    .replace(RAISED, '$1')
  return { style, number: /^\d/u.test(digits) ? Number(digits) : chineseNumber(digits), span }
}

/** 一 to 九十九. */
function chineseNumber(digits: string): number {
  const value = (digit: string): number => '一二三四五六七八九'.indexOf(digit) + 1
  const [tens = '', ones = ''] = digits.includes('十') ? digits.split('十') : ['', digits]
  return (digits.includes('十') ? Math.max(1, value(tens)) * 10 : 0) + value(ones)
}

/** The notes of one style of sign: rows of lines that begin with it, each with the calls since the row before. */
function notesOf(text: string, signs: readonly Sign[]): SignedNote[] {
  const found: SignedNote[] = []
  let calls: Sign[] = []
  let row: Sign[] = []
  const close = (): void => {
    const isCalled =
      row.length > 0 &&
      row.length === calls.length &&
      row.every(({ number }, k) => calls[k]?.number === number)
    const isNumbered = row.every(
      ({ number }, k) => k === 0 || number === (row[k - 1]?.number ?? 0) + 1,
    )
    if (isCalled && isNumbered && calls.every((call) => isCall(text, call))) {
      for (const [k, sign] of row.entries()) {
        const call = calls[k]
        if (call !== undefined) found.push(noteAt(text, call, sign))
      }
    }
    if (row.length > 0) calls = []
    row = []
  }
  for (const sign of signs) {
    if (!beginsLine(text, sign)) {
      close()
      calls.push(sign)
    } else row.push(sign)
  }
  close()
  return found
}

const beginsLine = (text: string, { span: [from] }: Sign): boolean =>
  /(?:^|[\n\r])[^\S\n\r]*$/u.test(text.slice(Math.max(0, from - 40), from))

const isCall = (text: string, { span: [from] }: Sign): boolean =>
  CALLED_BEHIND.test(text.slice(Math.max(0, from - 2), from))

/** Lines that a note may go on for. */
const MOST_LINES = 20

/** A note ends with its line; where that breaks off its sentence, with the next line that ends one. */
function noteAt(text: string, call: Sign, { span: [start, end] }: Sign): SignedNote {
  const first = lineEnd(text, end)
  let [from, to] = [end, first]
  for (let more = 0; !ENDED.test(text.slice(from, to)); more += 1) {
    const next = lineEnd(text, to + 1)
    const line = text.slice(to + 1, next)
    if (line.trim() === '' || /^\s*[①-⑳[［〔【<(（]/u.test(line)) break
    // What goes on for ever is no note.
    if (more === MOST_LINES) {
      to = first
      break
    }
    from = to + 1
    to = next
  }
  const words = text
    .slice(end, to)
    .replace(/^\s*[:：.．、]?\s*/u, '')
    .replaceAll(/\s*[\n\r]+\s*/gu, '')
    .trim()
  return { call: call.span, note: [start, to], words }
}

const LINE_END = /[\n\r]/gu

function lineEnd(text: string, from: number): number {
  LINE_END.lastIndex = from
  return LINE_END.exec(text)?.index ?? text.length
}
