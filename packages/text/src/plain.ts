import { readFileSync } from 'node:fs'

/** Kangxi radicals, compatibility ideographs, half-width kana: other codes for one character (Unicode 16, ch. 18). */
const COMPATIBLE = /^[\u2F00-\u2FD5\uF900-\uFAFF\uFF65-\uFF9F\u{2F800}-\u{2FA1F}]$/u
/** The radicals of the supplement, which normalisation leaves alone. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  readFileSync(new URL('../data/radicals.tsv', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [radical, plain] = line.split('\t')
      return radical === undefined || plain === undefined ? [] : [[radical, plain] as const]
    }),
)

/**
 * Bullets of Symbol and Wingdings, which word processors write into the private area from U+F000 on: the font is
 * lost in a copy, the sign is a bullet all the same.
 */
const BULLETS =
  /^[\uF06C\uF06E\uF06F\uF071\uF075\uF076\uF09F\uF0A7\uF0A8\uF0B7\uF0D8\uF0E0\uF0FC\uF0FE]$/u

/** Signs for a character that could not be read, keyed or encoded. Private codes of unknown fonts are such too. */
const ILLEGIBLE = /^[□■▢▣▆█▇▉◻◼⬚⬜〓\uFFFD\p{Co}]$/u

/** The sign that Chinese sets for each character that is missing: 虚缺号 (GB/T 15834—2011, 附录). */
export const MISSING_SIGN = '□'

/**
 * A character as it is plainly coded: `⻔` is 门, `⽇` is 日, `ｶ` is カ. A sign for what could not be read is □; a bullet
 * of a word processor is •. All others are left alone.
 */
export function plainForm(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x2500) return character
  const radical = RADICALS.get(character)
  if (radical !== undefined) return radical
  if (COMPATIBLE.test(character)) return character.normalize('NFKC')
  if (BULLETS.test(character)) return '•'
  return ILLEGIBLE.test(character) ? MISSING_SIGN : character
}

/** Whether a character is a placeholder for one that could not be read: `□`, `〓`. */
export const isIllegible = (character: string): boolean => plainForm(character) === MISSING_SIGN

/**
 * Letters, numbers and units in one code, as typesetters and Asian standards have them: `㎏`, `℃`, `Ⅲ`, `①`, `½`, `￥`.
 * Digits set high or low are none of them: they say something else than the digit.
 */
const COMPOSED =
  /^[¼-¾\u2100-\u214F\u2150-\u2188\u2460-\u24FF\u3200-\u33FF\uFF1C-\uFF1E\uFFE0-\uFFE6\u{1F100}-\u{1F1AD}\u{1F200}-\u{1F265}]$/u

/**
 * What such a code stands for, by its compatibility decomposition: `kg`, `°C`, `III`, `1`, `1/2`, `¥`; undefined for all
 * other characters. It is as good a sign as what it stands for, so that only another witness can tell which was meant.
 */
export function spelledOut(character: string): string | undefined {
  if (character < '\u00BC' || !COMPOSED.test(character)) return undefined
  const plain = character.normalize('NFKC').replaceAll('\u2044', '/')
  return plain === character ? undefined : plain
}
