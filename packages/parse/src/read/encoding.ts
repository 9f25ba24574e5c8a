import type { Encoding } from '@huijiao/model'

/** What a file's first bytes and its characters say of its encoding. */
export interface EncodingGuess {
  readonly encoding: Encoding
  /** Bytes of the byte order mark, to be skipped. */
  readonly mark: number
  /** Encodings that the bytes speak for nearly as well; empty where there is no doubt. */
  readonly rivals: readonly Encoding[]
}

/**
 * The most frequent characters of modern and classical Chinese, both scripts. A text decoded rightly
 * is made of them to a third or more; the same bytes decoded wrongly, to a few hundredths.
 */
const FREQUENT = new Set(
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏响兴团' +
    '這來國個說們為時會過學對裡後麼沒於還發當開從動兩長現將與進實點種聲話兒問機給幾業間電門東聽氣關內產萬體處總場師書員報馬張難數車應親務記邊風戰幹許覺題統請愛讓認論義術結連遠資隊帶條變聯權領傳紅決達辦運強區轉眾輕語黃臉錢黨設雙歷廣議際則單據導網專誰讀飛觀爭組視濟離雖壞響興團',
)

/** Log-probability, in nats, of one character of each class in a Chinese text. */
const FREQUENT_HAN = Math.log(0.6 / FREQUENT.size)
const OTHER_HAN = Math.log(0.2 / 20_000)
const ASCII = Math.log(0.1 / 100)
const MARKS = Math.log(0.09 / 400)
const ELSE = Math.log(0.01 / 100_000)
/** A sequence that cannot be decoded: a damaged file has few, a wrong encoding many. */
const BROKEN = -40
/** UTF-16 is written with a byte order mark but seldom without. */
const UNMARKED = Math.log(0.02)

/** Log-likelihood, in nats, of a decoded text being Chinese: by the classes of its characters. */
export function likelihood(text: string): number {
  let sum = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (character === '\uFFFD') sum += BROKEN
    else if (FREQUENT.has(character)) sum += FREQUENT_HAN
    else if (code >= 0x20 ? code < 0x7f : code >= 0x09 && code <= 0x0d) sum += ASCII
    else if (code >= 0x4e00 && code <= 0x9fff) sum += OTHER_HAN
    else if (MARK.test(character)) sum += MARKS
    else sum += ELSE
  }
  return sum
}

/** Marks and letters that stand in Chinese text: full-width forms, quotes, dashes, ideographic marks. */
const MARK = /[\u3000-\u303F\uFF01-\uFF5E\u2010-\u203B\u00B7\u00A0-\u00FF]/u

/** Bytes that are looked at to tell encodings apart. */
const SAMPLE = 1 << 16
/** A lead of less than this, in nats, leaves the encoding in doubt. */
const DOUBT = 12

/** The encoding of a file, by byte order mark, by validity, and by the frequency of its characters. */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return { ...mark, rivals: [] }
  const sample = bytes.subarray(0, SAMPLE)
  if (!sample.includes(0) && decodes('utf-8', bytes)) {
    return { encoding: 'utf-8', mark: 0, rivals: [] }
  }
  const scored = candidates(sample)
    .map((encoding) => {
      const text = new TextDecoder(encoding).decode(sample, { stream: true })
      const doubt = encoding === 'utf-16le' || encoding === 'utf-16be' ? UNMARKED : 0
      return { encoding, score: likelihood(text) + doubt }
    })
    .toSorted((a, b) => b.score - a.score)
  const [best, ...rest] = scored
  if (best === undefined) return { encoding: 'utf-8', mark: 0, rivals: [] }
  const rivals = rest
    .filter(({ encoding, score }) => best.score - score < DOUBT && decodes(encoding, bytes))
    .map(({ encoding }) => encoding)
  return { encoding: best.encoding, mark: 0, rivals }
}

/** The mark that a file begins with, or null. */
export function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; mark: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: 'utf-8', mark: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', mark: 2 }
  return null
}

function decodes(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Nulls, or an even length without line feeds of one byte, point to UTF-16. */
function candidates(sample: Uint8Array): readonly Encoding[] {
  const nulls = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  if (nulls === 0) return ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']
  let high = 0
  for (let at = 0; at < sample.length; at += 2) if (sample[at] === 0) high++
  return high * 2 > nulls ? ['utf-16be', 'utf-16le', 'utf-8'] : ['utf-16le', 'utf-16be', 'utf-8']
}
