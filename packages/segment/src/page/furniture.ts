import type { FurnitureKind } from '@huijiao/model'
import { isWordless } from '@huijiao/text'
import { furnitureOdds, type Label } from '../label/index.ts'
import type { Line } from './lines.ts'
import { isClosingDateline } from './marks.ts'
import { LINE_MARKUP, lineFurniture } from './patterns.ts'
import type { KnownLine } from './types.ts'

/** Nats from which a label is believed against the form of a line, and those for furniture that leave a line out. */
const AGAINST_FORM = 1
const BY_LABEL = 3
/** The same of a line that ends as sentences do. */
const BY_LABEL_SAID = 6
/** The same of a line that does not end as sentences do. */
const SURELY = 4

/** What a label leaves out, by its kind. */
const KINDS: Partial<Record<Label, FurnitureKind>> = {
  'page-number': 'page-number',
  'running-head': 'running-head',
  'source-note': 'source-note',
  web: 'navigation',
  rule: 'other',
  advert: 'advertisement',
  'advert-more': 'advertisement',
  imprint: 'imprint',
  'imprint-more': 'imprint',
}

/** A row of a table. */
const ROW = /^\|.+\|$|\t/u

/** How speech, sentences and years end, which furniture does not. */
const SAID = /[。！？!?…][”’」』"'）)]*$|^[12]\d{3}$/u

/**
 * Whether a number stands by itself: no page before or after it is counted, and where it has less than three digits, it
 * is set in as the paragraphs beside it are.
 */
function isLone(line: Line, lines: readonly Line[]): boolean {
  const { text, indent } = line
  if (!/^\d{1,4}$/u.test(text)) return false
  const { numbers, places } = countedIn(lines)
  const at = places.get(line) ?? -1
  const isSetIn = indent > 0 && [lines[at - 1], lines[at + 1]].every((by) => by?.indent === indent)
  if (text.length < 3 && !isSetIn) return false
  return !numbers.has(Number(text) - 1) && !numbers.has(Number(text) + 1)
}

interface Counted {
  /** Every number that a line has. */
  readonly numbers: ReadonlySet<number>
  readonly places: ReadonlyMap<Line, number>
}

const counted = new WeakMap<readonly Line[], Counted>()

function countedIn(lines: readonly Line[]): Counted {
  const known = counted.get(lines) ?? {
    numbers: new Set(lines.flatMap(({ text }) => (text.match(/\d+/gu) ?? []).map(Number))),
    places: new Map(lines.map((line, at) => [line, at])),
  }
  counted.set(lines, known)
  return known
}

/** Whether a line that heads a page stands once more in its source: over the text, where it is the headline. */
const isTwice = ({ text }: Line, lines: readonly Line[]): boolean =>
  lines.filter((line) => line.text === text).length === 2

/**
 * What furniture a line is: by its form, unless it reads as text; by its label, where that is sure; null where it is text.
 *
 * @param runs it stands at the head of many pages
 * @param counts it counts them
 * @param lines all lines of its source
 */
export function furnitureOf(
  line: Line,
  known: KnownLine | null,
  { runs, counts }: { readonly runs: boolean; readonly counts: boolean },
  lines: readonly Line[],
): FurnitureKind | null {
  if (counts) return /\p{L}{3}/u.test(line.text) ? 'running-head' : 'page-number'
  const form = lineFurniture(line.text.replace(LINE_MARKUP, '')) ?? (runs ? 'running-head' : null)
  if (form === 'page-number' && isLone(line, lines)) return null
  const kind = kindOf(form, known, line.text)
  return kind === 'running-head' && isTwice(line, lines) ? 'repeated-headline' : kind
}

function kindOf(
  form: FurnitureKind | null,
  line: KnownLine | null,
  text: string,
): FurnitureKind | null {
  if (line === null || isWordless(text)) return form
  const { label } = line
  const kind = KINDS[label.label]
  const odds = furnitureOdds(label)
  if (form !== null) {
    const counted = form === 'page-number' || form === 'running-head'
    const said = SAID.test(text)
    // A sentence that another copy has in its place is none of either site.
    const shared = [...line.there.values()].some(({ kind: there }) => there !== 'lacking')
    if (said && shared && odds < BY_LABEL_SAID) return null
    const isText =
      kind === undefined && (said ? label.margin >= AGAINST_FORM : counted && -odds >= SURELY)
    return isText ? null : form
  }
  // Where and when a report was sent is text, at its end too; so are the rows of a table.
  const least = SAID.test(text) ? BY_LABEL_SAID : BY_LABEL
  const isText = isClosingDateline(text) || ROW.test(text)
  return kind !== undefined && odds >= least && !isText ? kind : null
}
