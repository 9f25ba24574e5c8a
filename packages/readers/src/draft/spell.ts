import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Draft } from './draft.ts'

/** A way in which a format writes one character by several. */
export interface Spelling {
  /** Sticky; matches one written character at its `lastIndex`. */
  readonly form: RegExp
  /** What it stands for; undefined where it is no spelling after all. */
  readonly of: (written: string) => string | undefined
}

/** Character references of HTML, XML and Markdown: `&#20070;`, `&#x8239;`, `&mdash;`. */
export const REFERENCES: Spelling = {
  form: /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});?/iuy,
  of(written) {
    const name = written.slice(1).replace(/;$/u, '')
    if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || undefined
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
  },
}

/** Line ends that a parser makes one. */
export const LINE_ENDS: Spelling = { form: /\r\n?/uy, of: () => '\n' }

/** Characters of JSON strings: `\n`, `\u4e66`. */
export const JSON_ESCAPES: Spelling = {
  form: /(?:\\u[\da-f]{4})+|\\./iuy,
  of(written) {
    const value: unknown = JSON.parse(`"${written}"`)
    return typeof value === 'string' ? value : undefined
  },
}

/** Characters of a file as they stand there, and their place in the part. */
export interface Written {
  readonly raw: string
  readonly from: number
}

/**
 * Writes the value that a parser gives for a stretch of a file, each character for what it stands for there:
 * `&#20070;只` gives 书 for eight characters and 只 for one. What the value lacks (escapes, the marks that a
 * quotation sets at the head of each line) is markup, but for white space where `keepSpace` says so.
 */
export function spell(
  draft: Pick<Draft, 'copy' | 'put'>,
  value: string,
  { raw, from }: Written,
  spellings: readonly Spelling[],
  keepSpace = false,
): void {
  if (raw === value) {
    draft.copy(from, from + raw.length)
    return
  }
  let read = 0
  let written = 0
  while (written < value.length && read < raw.length) {
    const found = spelled(raw, read, value, written, spellings)
    if (found !== undefined) {
      draft.put(found.of, from + read, from + read + found.length)
      read += found.length
      written += found.of.length
    } else {
      if (raw[read] === value[written]) {
        draft.copy(from + read, from + read + 1)
        written += 1
      } else if (keepSpace && /\s/u.test(raw[read] ?? '')) draft.copy(from + read, from + read + 1)
      read += 1
    }
  }
  // What could not be found in its place stands for the rest of the stretch.
  if (written < value.length) draft.put(value.slice(written), from, from + raw.length)
}

function spelled(
  raw: string,
  at: number,
  value: string,
  written: number,
  spellings: readonly Spelling[],
): { readonly of: string; readonly length: number } | undefined {
  for (const { form, of } of spellings) {
    form.lastIndex = at
    const match = form.exec(raw)
    if (match === null) continue
    const character = of(match[0])
    if (character !== undefined && value.startsWith(character, written))
      return { of: character, length: match[0].length }
  }
  return undefined
}
