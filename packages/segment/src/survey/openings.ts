import type { Beginning, Ending } from '../page/syntax.ts'
import type { Atom, Page } from '../page/types.ts'

/** Most that the layout of a line says, in nats. */
const LIMIT = 4
/** Occurrences of each form of line that are taken as known beforehand. */
const PRIOR = 0.5
/** Share of the lines after a full stop that begin no paragraph, before any is looked at. */
const STRAY = 0.12
const ROUNDS = 3
/** Columns by which a line falls short of its column, and by which it is indented, that are told apart. */
const SHORTEST = 9
const DEEPEST = 8

/** The lines of a page as they are observed; arrays are by atom. */
interface Lines {
  readonly page: Page
  readonly measure: readonly number[]
  /** Log-odds of being a headline. */
  readonly heads: readonly number[]
  readonly endings: readonly Ending[]
  readonly beginnings: readonly Beginning[]
}

/**
 * Log-likelihood ratio, in nats, by atom, of a line being the first of a paragraph against its going on from
 * another, by its form alone: where a page indents its paragraphs, or drops the indent and leaves their first
 * lines short, other lines begin none. What a page does is learned from it: from lines that go on for certain,
 * and from those after the end of a sentence, of which some go on as well (expectation and maximization).
 */
export function openingsOf({
  page,
  measure,
  heads,
  endings,
  beginnings,
}: Lines): readonly number[] {
  const forms = page.atoms.map((atom, at) => formOf(atom, measure[at] ?? 0, endings[at] ?? 'open'))
  const after = new Map<string, number>()
  const within = new Map<string, number>()
  for (const [at, atom] of page.atoms.entries()) {
    const before = page.atoms[at - 1]
    const form = forms[at] ?? ''
    if (before === undefined || form === '' || before.line === atom.line) continue
    if ((heads[at] ?? 0) > 0 || (heads[at - 1] ?? 0) > 0) continue
    const ending = endings[at - 1]
    if (ending === 'open' || ending === 'pause') {
      if (beginnings[at] !== 'opener') count(within, form)
    } else if (ending === 'final' && !fillsLine(before, measure[at - 1] ?? 0)) {
      count(after, form)
    }
  }
  const ratios = ratiosOf(after, within)
  return forms.map((form) => (form === '' ? 0 : (ratios.get(form) ?? 0)))
}

/** Whether a line fills its column: it may end a sentence there by chance. */
export function fillsLine({ width }: Atom, measure: number): boolean {
  return measure > 0 && width > measure - SHORTEST
}

/** How a line stands in its column; empty where that tells nothing, as of the last line of a paragraph. */
function formOf(atom: Atom, measure: number, ending: Ending): string {
  const indent = Math.min(DEEPEST, atom.indent)
  if (measure === 0) return `plain ${indent}`
  const short = measure - atom.width - atom.indent
  if (ending === 'final' || ending === 'colon' || short > SHORTEST) return ''
  return `column ${indent} ${Math.max(0, short) >> 1}`
}

function count(counts: Map<string, number>, form: string): void {
  counts.set(form, (counts.get(form) ?? 0) + 1)
}

/** What each form says, from its counts after the end of a sentence and within one. */
function ratiosOf(
  after: ReadonlyMap<string, number>,
  within: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const ratios = new Map<string, number>()
  for (const layout of ['plain', 'column']) {
    const forms = [...new Set([...after.keys(), ...within.keys()])]
      .filter((form) => form.startsWith(layout))
      .sort()
    const share = (counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
      const all = forms.reduce((sum, form) => sum + (counts.get(form) ?? 0), 0)
      const room = all + PRIOR * forms.length
      return new Map(forms.map((form) => [form, ((counts.get(form) ?? 0) + PRIOR) / room]))
    }
    const going = share(within)
    let first = new Map(after)
    let beginning = share(first)
    for (let round = 0; round < ROUNDS; round++) {
      first = new Map(
        forms.map((form) => {
          const [yes, no] = [beginning.get(form) ?? 0, going.get(form) ?? 0]
          const belief = ((1 - STRAY) * yes) / ((1 - STRAY) * yes + STRAY * no)
          return [form, belief * (after.get(form) ?? 0)]
        }),
      )
      beginning = share(first)
    }
    for (const form of forms) {
      const ratio = Math.log((beginning.get(form) ?? 1) / (going.get(form) ?? 1))
      ratios.set(form, Math.max(-LIMIT, Math.min(LIMIT, ratio)))
    }
  }
  return ratios
}
