import { segmentWords } from '@huijiao/text'

/** The longest clause that is quoted whole, in code points; of a longer one so many, to a word's end. */
const LONGEST = 12
const MARK = /[^\p{L}\p{N}\p{M}]/u

/**
 * A passage as it is named: whole where it is short, else its first and its last words.
 *
 * @example `[第一句的开头, 最后一句的末尾]`
 */
export function passageEnds(passage: string): readonly string[] {
  const text = passage
    .replaceAll('\n', '')
    .replaceAll(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')
  if ([...text].length <= 2 * LONGEST) return [text]
  const clauses = text.split(MARK).filter((c) => c !== '')
  return [head(clauses[0] ?? text), tail(clauses.at(-1) ?? text)]
}

function head(clause: string): string {
  let out = ''
  for (const word of segmentWords(clause).words) {
    if (out !== '' && [...(out + word)].length > LONGEST) break
    out += word
  }
  return out
}

function tail(clause: string): string {
  let out = ''
  for (const word of segmentWords(clause).words.toReversed()) {
    if (out !== '' && [...(word + out)].length > LONGEST) break
    out = word + out
  }
  return out
}
