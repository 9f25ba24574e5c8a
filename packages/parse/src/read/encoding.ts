import type { Source } from '../model.ts'

export type Encoding = Source['encoding']

/** What a file's first bytes and its characters say of its encoding. */
export interface EncodingGuess {
  readonly encoding: Encoding
  /** Bytes of the byte order mark, to be skipped. */
  readonly mark: number
}

/**
 * The most frequent characters of modern and classical Chinese, both scripts. A text decoded rightly
 * is made of them to a third or more; the same bytes decoded wrongly, to a few hundredths.
 */
const FREQUENT = new Set(
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏响兴团' +
    '這來國個說們為時會過學對裡後麼沒於還發當開從動兩長現將與進實點種聲話兒問機給幾業間電門東聽氣關內產萬體處總場師書員報馬張難數車應親務記邊風戰幹許覺題統請愛讓認論義術結連遠資隊帶條變聯權領傳紅決達辦運強區轉眾輕語黃臉錢黨設雙歷廣議際則單據導網專誰讀飛觀爭組視濟離雖壞響興團',
)

/** Share of the Han characters that are among the most frequent, less what could not be decoded. */
export function plausibility(text: string): number {
  let han = 0
  let frequent = 0
  let broken = 0
  for (const character of text) {
    if (character === '\uFFFD') broken++
    if (!/\p{Script=Han}/u.test(character)) continue
    han++
    if (FREQUENT.has(character)) frequent++
  }
  if (han === 0) return broken > 0 ? -broken : 0
  return frequent / han - (8 * broken) / (han + broken)
}

/** Bytes that are looked at to tell encodings apart. */
const SAMPLE = 1 << 16

/** The encoding of a file, by byte order mark, by validity, and by the frequency of its characters. */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: 'utf-8', mark: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', mark: 2 }
  const sample = bytes.subarray(0, SAMPLE)
  if (!sample.includes(0) && decodes('utf-8', bytes)) return { encoding: 'utf-8', mark: 0 }
  let best: Encoding = 'utf-8'
  let bestScore = Number.NEGATIVE_INFINITY
  for (const encoding of candidates(sample)) {
    const score = plausibility(new TextDecoder(encoding).decode(sample, { stream: true }))
    if (score <= bestScore) continue
    best = encoding
    bestScore = score
  }
  return { encoding: best, mark: 0 }
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
