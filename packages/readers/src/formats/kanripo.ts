import { decoded } from '../file/decoded.ts'
import { type Draft, draft } from '../draft/draft.ts'
import { charactersInto } from '../draft/missing.ts'
import type { Reader } from '../file/reader.ts'

/** `#+TITLE: 山居記`, `# -*- mode: mandoku-view; -*-`. */
const HEADER = /^#(?:\+\w+:|[ \t]+-\*-).*$/u
/** `<pb:KR3l0002_SBCK_001-1a>`: edition, fascicle and page. */
const PAGE = /<pb:([^<>\n]*)>/u
/** A note whose columns a stroke parts, in a text without punctuation: a copy that lost its header. */
const PARTED_NOTE = /[(（][\p{Script=Han}\s]+\/[\p{Script=Han}\s]+[)）]/u
/** `<md:…>` and the like, and the sign of a line's end. */
const MARKS = /<pb:[^<>\n]*>|<\w+:[^<>\n]*>|¶|\r\n|\n/gu

/**
 * Texts of Kanripo, as mandoku writes them: page marks, ¶ at the end of each printed line, interlinear notes in
 * brackets with a stroke where their two columns part.
 */
export const kanripo: Reader = {
  id: 'kanripo',
  name: 'mandoku (.txt)',
  kind: 'manual',
  accepts: ({ file, head }) =>
    /^#\+(?:TITLE|DATE|PROPERTY):/mu.test(head) ||
    /<pb:[\w-]+>¶/u.test(head) ||
    (/\.txt$/iu.test(file) && PARTED_NOTE.test(head) && !/[，。]/u.test(head)),
  read(file) {
    const { text, encoding, messages } = decoded(file)
    const made = draft()
    made.part('', text)
    let at = 0
    let notes = 0
    for (const { index, 0: line } of text.matchAll(/[^\n]*(?:\n|$)/gu)) {
      const header = HEADER.exec(line.trimEnd())
      if (header === null) {
        notes = lineInto(made, text, index, index + line.length, notes)
        continue
      }
      made.aside('other', index, index + line.trimEnd().length, line.trim())
      at = index + line.length
    }
    made.feed(1, Math.max(at, text.length))
    return [{ ...made.finish(), encoding, messages }]
  },
}

/** Writes one line; returns how many notes are open at its end. */
function lineInto(made: Draft, text: string, from: number, to: number, open: number): number {
  let at = from
  let notes = open
  for (const { index, 0: mark } of text.slice(from, to).matchAll(MARKS)) {
    notes = wordsInto(made, text, at, from + index, notes)
    const page = PAGE.exec(mark)
    if (page !== null) {
      made.aside('page-number', from + index, from + index + mark.length, mark)
      made.page({ label: page[1] ?? '' })
    } else if (mark.endsWith('\n')) made.copy(from + index, from + index + mark.length)
    at = from + index + mark.length
  }
  return wordsInto(made, text, at, to, notes)
}

/** Brackets are those of notes; a stroke in one says where a column ended. */
function wordsInto(made: Draft, text: string, from: number, to: number, open: number): number {
  let notes = open
  let at = from
  for (const { index, 0: sign } of text.slice(from, to).matchAll(/[()（）/]/gu)) {
    const place = from + index
    charactersInto(made, text, at, place)
    at = place + 1
    if (sign === '/') {
      if (notes === 0) made.copy(place, at)
    } else {
      const opens = sign === '(' || sign === '（'
      notes = Math.max(0, notes + (opens ? 1 : -1))
      made.put(opens ? '（' : '）', place, at)
    }
  }
  charactersInto(made, text, at, to)
  return notes
}
