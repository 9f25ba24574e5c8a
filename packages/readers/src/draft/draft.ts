import type { Box } from '@huijiao/ast'
import type {
  Aside,
  AsideKind,
  FileMap,
  Mark,
  MarkKind,
  Part,
  PrintedLine,
  PrintedPage,
  PrintedWord,
  Run,
  SourceNoteAside,
} from '@huijiao/model'
import { lineStartsOf, pointsBefore } from './points.ts'

/** What a draft makes, for `ReadText`. */
interface Drafted {
  readonly text: string
  readonly map: FileMap
  readonly marks: readonly Mark[]
  readonly pages: readonly PrintedPage[]
  readonly lines: readonly PrintedLine[]
}

/** What is known of a printed line or word besides its place in the text. */
interface Printed {
  readonly box?: Box
  readonly size?: number
  readonly confidence?: number
}

/**
 * Collects the text of a file together with where it was read. All offsets that go in are UTF-16, those of the
 * part that was begun last; what comes out counts code points.
 */
export interface Draft {
  /** Begins a part: the file itself (`''`), a member of an archive, a page. */
  part(name: string, text: string): void
  /** The characters at `[from, to)` of the part, as they stand. */
  copy(from: number, to: number): void
  /** Characters that stand for what is at `[from, to)`. */
  put(text: string, from: number, to: number): void
  /** Line ends for a place of the part, until the text ends with `count` of them; nothing at its beginning. */
  feed(count: 1 | 2, at: number): void
  /** Words of the part that are no text. */
  aside(kind: AsideKind, from: number, to: number, text: string, note?: SourceNoteAside): void
  /** Marks what `write` writes, where it writes something. */
  mark(kind: MarkKind, more: { level?: number; label?: string }, write: () => void): void
  /** A page begins here. */
  page(page: Omit<PrintedPage, 'start'>): void
  /** A printed line, or a word of it: what `write` writes. */
  line(printed: Printed, write: () => void): void
  word(printed: Omit<Printed, 'size'>, write: () => void): void
  /** The last character; empty at the beginning. */
  last(): string
  finish(): Drafted
}

interface Stretch {
  start: number
  end: number
  part: number
  from: number
  to: number
}

/** The characters of a text while it is written, each with the part of the file and the place in it. */
interface Writing {
  /** Begins a part. */
  readonly part: (name: string, text: string) => void
  readonly parts: readonly { readonly name: string; readonly text: string }[]
  readonly runs: readonly Stretch[]
  readonly put: (text: string, from: number, to: number) => void
  readonly length: () => number
  /** Its last characters, two at most. */
  readonly tail: () => string
  /** Calls `write`, then `then` with the stretch that it wrote, if any: white space at the ends belongs to what is around. */
  readonly spanning: (write: () => void, then: (start: number, end: number) => void) => void
  readonly whole: () => string
}

function writing(): Writing {
  const parts: { name: string; text: string }[] = []
  const runs: Stretch[] = []
  // Pieces, because a string that grows is copied whole each time it is looked at.
  const pieces: string[] = []
  let length = 0
  let tail = ''
  return {
    parts,
    runs,
    part: (name, text) => void parts.push({ name, text }),
    put(added, from, to) {
      if (added === '') return
      const before = runs.at(-1)
      const part = parts.length - 1
      const start = length
      pieces.push(added)
      length += added.length
      tail = (tail + added).slice(-2)
      const goesOn =
        before !== undefined &&
        before.part === part &&
        before.to === from &&
        added.length === to - from &&
        before.end - before.start === before.to - before.from
      if (goesOn) {
        before.end = length
        before.to = to
      } else runs.push({ start, end: length, part, from, to })
    },
    length: () => length,
    tail: () => tail,
    spanning(write, then) {
      const [start, first] = [length, pieces.length]
      write()
      const added = pieces.slice(first).join('')
      const head = added.length - added.trimStart().length
      const end = start + added.trimEnd().length
      if (end > start + head) then(start + head, end)
    },
    whole: () => pieces.join(''),
  }
}

export function draft(): Draft {
  const written = writing()
  const { parts, runs, put, spanning } = written
  const asides: Aside[] = []
  const marks: Mark[] = []
  const pages: PrintedPage[] = []
  const lines: PrintedLine[] = []
  let words: PrintedWord[] = []
  return {
    part: written.part,
    copy: (from, to) => put((parts.at(-1)?.text ?? '').slice(from, to), from, to),
    put,
    feed(count, at) {
      if (written.length() === 0) return
      const there = written.tail() === '\n\n' ? 2 : written.tail().endsWith('\n') ? 1 : 0
      if (there < count) put('\n'.repeat(count - there), at, at)
    },
    aside(kind, from, to, said, note) {
      const words = said.trim()
      if (words === '') return
      const aside = { part: parts.length - 1, from, to, kind, at: written.length(), text: words }
      asides.push(note === undefined ? aside : { ...aside, note })
    },
    mark: (kind, more, write) =>
      spanning(write, (start, end) => marks.push({ start, end, kind, ...more })),
    page: (page) => void pages.push({ start: written.length(), ...page }),
    line: (printed, write) => {
      words = []
      spanning(write, (start, end) =>
        lines.push({
          start,
          end,
          page: Math.max(0, pages.length - 1),
          ...printed,
          ...(words.length === 0 ? {} : { words }),
        }),
      )
    },
    word: (printed, write) =>
      spanning(write, (start, end) => words.push({ start, end, ...printed })),
    last: () => written.tail().at(-1) ?? '',
    finish: () => finished(written.whole(), parts, { runs, asides }, { marks, pages, lines }),
  }
}

/** The same in code points. */
function finished(
  text: string,
  parts: readonly { readonly name: string; readonly text: string }[],
  map: Pick<FileMap, 'runs' | 'asides'>,
  found: Omit<Drafted, 'text' | 'map'>,
): Drafted {
  const own = pointsBefore(text)
  const counts = parts.map((part) => pointsBefore(part.text))
  const inPart = (part: number, unit: number): number => counts[part]?.(unit) ?? unit
  const span = <T extends { readonly start: number; readonly end: number }>(value: T): T => ({
    ...value,
    start: own(value.start),
    end: own(value.end),
  })
  const runs = map.runs.map(
    (run): Run => ({
      ...span(run),
      from: inPart(run.part, run.from),
      to: inPart(run.part, run.to),
    }),
  )
  return {
    text,
    map: {
      parts: parts.map(
        ({ name, text: whole }, part): Part => ({
          name,
          length: inPart(part, whole.length),
          lineStarts: lineStartsOf(whole).map((unit) => inPart(part, unit)),
        }),
      ),
      runs,
      asides: map.asides.map((aside) => ({
        ...aside,
        at: own(aside.at),
        from: inPart(aside.part, aside.from),
        to: inPart(aside.part, aside.to),
      })),
    },
    marks: found.marks.map(span).toSorted((a, b) => a.start - b.start || b.end - a.end),
    pages: found.pages.map((page) => ({ ...page, start: own(page.start) })),
    lines: found.lines.map((line) => ({
      ...span(line),
      ...(line.words === undefined ? {} : { words: line.words.map(span) }),
    })),
  }
}
