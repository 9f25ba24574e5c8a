/** Characters that are not seen, and the joiners among them that shape what is. */

/** Controls, soft hyphens, fillers, joiners, marks of direction, selectors of glyphs, tags. */
const UNSEEN_CLASS =
  '[^\\P{Cc}\\s]|[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E' +
  '\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\u{E0000}-\\u{E0FFF}]'
const UNSEEN = new RegExp(`^(?:${UNSEEN_CLASS})$`, 'u')
const UNSEEN_ANYWHERE = new RegExp(UNSEEN_CLASS, 'gu')
const WHITE = new RegExp(`^(?:\\s|${UNSEEN_CLASS})$`, 'u')

export const isUnseen = (character: string): boolean => UNSEEN.test(character)

/** White space, or what is not seen. */
export const isWhite = (character: string): boolean => WHITE.test(character)

export const withoutUnseen = (text: string): string => text.replace(UNSEEN_ANYWHERE, '')

const JOINER = /^[\u200C\u200D]$/u
/** A picture that a joiner may tie to another: 👨‍👩‍👧 is three in one (Unicode Technical Standard 51). */
const PICTURE = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u

/** Letters and signs of scripts in which a joiner changes what is seen: می‌خواهم, क्‍ष (Unicode 16, 9.2 and 23.2). */
const JOINED =
  /^(?=[\p{L}\p{M}])[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Mongolian}]$/u

/**
 * Whether the code point at an offset is a joiner that shapes its neighbours: between two pictures of one emoji, or
 * between letters of a script that joins them. It alone is kept of what is not seen.
 */
export function isJoiner(points: readonly string[], at: number): boolean {
  const [before = '', joiner, after = ''] = [points[at - 1], points[at], points[at + 1]]
  if (joiner === undefined || !JOINER.test(joiner)) return false
  if (joiner === '\u200D' && PICTURE.test(before)) return PICTURE.test(after)
  return JOINED.test(before) && JOINED.test(after)
}

/** A text by its signs: code points, each with the joiner behind it. */
export function signsOf(text: string): string[] {
  const points = Array.from(text)
  return points.flatMap((point, at) => {
    if (at > 0 && JOINER.test(point)) return []
    const next = points[at + 1] ?? ''
    return [JOINER.test(next) ? `${point}${next}` : point]
  })
}

/** A sign as letters are compared: words with a joiner in them and without are one; joined pictures are their own. */
export const withoutJoiner = (sign: string): string =>
  /[\p{L}\p{M}]/u.test(sign) ? sign.replaceAll(/[\u200C\u200D]/gu, '') : sign
