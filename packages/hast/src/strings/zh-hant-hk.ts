import type { Strings } from './types.ts'
import { zhHant } from './zh-hant.ts'

/** What Hong Kong and Macau publishers say otherwise than those of Taiwan. */
export const zhHantHK: Strings = {
  ...zhHant,
  kinds: { ocr: '文字識別', web: '網頁轉錄', pdf: 'PDF 提取', manual: '人手輸入' },
  length: (characters) => `${characters} 個字元`,
  conventions: (facts) =>
    zhHant.conventions(facts).map((clause) => clause.replace('辨識、擷取', '識別、提取')),
}
