import type { ReviewWords, Strings } from '@huijiao/hast/strings'
import type { Source } from '@huijiao/model'
import {
  evidenceLine,
  type GapItem,
  gapReason,
  type NewRuling,
  type ReviewItem,
  withRulings,
} from '@huijiao/parse'

/** What the walk needs of the world. */
export interface WalkSettings {
  /** Lines of answers; their end is the same as quitting. */
  readonly lines: AsyncIterator<string, undefined>
  readonly print: (text: string) => void
  /** Writes the whole new text of `rulings.yaml`; called after every ruling, so that stopping loses nothing. */
  readonly save: (text: string) => Promise<void>
  readonly sources: readonly Source[]
  /** Words of the edition's language. */
  readonly strings: Strings
  readonly by: string
  readonly date: string
}

/** What a person is asked about: a place where witnesses differ, or one where text is missing. */
export type Item = ReviewItem | GapItem

const isGap = (item: Item): item is GapItem => !('decision' in item)

const METHODS = ['对校', '本校', '他校', '理校'] as const

/** Answers that stop the ruling at hand: back to the choice, or out. */
const BACK = 'b'
const QUIT = 'q'

/**
 * Walks a person through loci and gaps, by keyboard alone.
 *
 * @param before text of `rulings.yaml` as it stands.
 * @returns how many rulings were made.
 */
export async function walk(
  items: readonly Item[],
  before: string,
  settings: WalkSettings,
): Promise<number> {
  const { lines } = settings
  const made = new Map<number, NewRuling>()
  const words = settings.strings.tools.review
  const ask: Ask = async (prompt) => {
    settings.print(prompt)
    const { value, done } = await lines.next()
    return done === true ? QUIT : value.trim()
  }
  let at = 0
  while (at < items.length) {
    const item = items[at]
    if (item === undefined) break
    const number = `${at + 1}/${items.length}`
    const told = isGap(item)
      ? describeGap(item, number, settings.strings)
      : describe(item, number, settings)
    for (const line of [...told, ...madeLine(made.get(at), settings.strings)])
      settings.print(`${line}\n`)
    const answer = await ask(isGap(item) ? words.chooseGap : words.choose)
    if (answer === QUIT) break
    if (answer === 's' || answer === '') at += 1
    else if (answer === BACK) {
      if (at === 0) settings.print(`${words.atFirst}\n`)
      at = Math.max(0, at - 1)
    } else {
      const said = isGap(item)
        ? await sayOfGap(answer, ask, words)
        : await sayOf(answer, item, ask, words)
      if (said === undefined) {
        settings.print(`${words.unknown(answer)}\n`)
        continue
      }
      const ruling =
        said === BACK || said === QUIT ? said : await rulingFor(item, said, ask, settings)
      if (ruling === QUIT) break
      if (ruling === BACK) continue
      made.set(at, ruling.ruling)
      await settings.save(withRulings(before, [...made.values()]))
      settings.print(`${words.noted}\n`)
      if (ruling.quit) break
      at += 1
    }
  }
  return made.size
}

type Ask = (prompt: string) => Promise<string>

/** What a ruling says of the place. */
type Said = Pick<NewRuling, 'reading' | 'gap' | 'extent'>

/** What is typed in place of a reading that begins with the letter of a command: the letter alone goes back. */
async function sayOf(
  answer: string,
  item: ReviewItem,
  ask: Ask,
  words: ReviewWords,
): Promise<Said | typeof BACK | typeof QUIT | undefined> {
  if (answer === 't') {
    const reading = await ask(words.ownReading)
    return reading === BACK || reading === QUIT ? reading : { reading }
  }
  const number = /^\d+$/u.test(answer) ? Number(answer) : 0
  const reading = item.decision.locus.readings[number - 1]?.text
  return reading === undefined ? undefined : { reading }
}

async function sayOfGap(
  answer: string,
  ask: Ask,
  words: ReviewWords,
): Promise<Said | typeof BACK | typeof QUIT | undefined> {
  if (answer === 'n') return { gap: 'none' }
  if (answer === 'm') {
    const extent = await ask(words.extent)
    if (extent === BACK || extent === QUIT) return extent
    return extent === '' ? { gap: 'missing' } : { gap: 'missing', extent }
  }
  if (answer !== 't') return undefined
  let reading = await ask(words.supply)
  while (reading === '') reading = await ask(words.supplyNeeded)
  return reading === BACK || reading === QUIT ? reading : { reading }
}

/** Asks for what the ruling must say besides. */
async function rulingFor(
  item: Item,
  said: Said,
  ask: Ask,
  { by, date, print, strings }: WalkSettings,
): Promise<{ ruling: NewRuling; quit: boolean } | typeof BACK | typeof QUIT> {
  const words = strings.tools.review
  const usual = (isGap(item) ? null : item.decision.method) ?? '理校'
  const choices = METHODS.map((m, i) => `${i + 1} ${strings.methods[m]}`).join(strings.comma)
  let method: string = ''
  for (;;) {
    const answer = await ask(words.method(choices, strings.methods[usual]))
    if (answer === BACK || answer === QUIT) return answer
    method =
      answer === ''
        ? usual
        : (METHODS[Number(answer) - 1] ?? METHODS.find((m) => m === answer) ?? '')
    if (method !== '') break
    print(`${words.unknownMethod(answer)}\n`)
  }
  let reason = await ask(words.reason)
  while (reason === '') reason = await ask(words.reasonNeeded)
  if (reason === BACK || reason === QUIT) return reason
  // Text that no witness has must come from somewhere.
  const supplied = isGap(item) && said.reading !== undefined
  let citation = await ask(supplied ? words.citation : words.citationOptional)
  if (supplied) while (citation === '') citation = await ask(words.citationNeeded)
  if (citation === BACK || (citation === QUIT && supplied)) return citation
  const quit = citation === QUIT
  return {
    // All that is wanted has been said: who stops here has ruled.
    quit,
    ruling: {
      work: item.work,
      locus: item.locus,
      ...said,
      method,
      reason,
      ...(citation === '' || quit ? {} : { citation }),
      by,
      date,
    },
  }
}

function describe(
  { id, title, decision, sigla, locus }: ReviewItem,
  number: string,
  { sources, strings }: WalkSettings,
): string[] {
  const { tools } = strings
  const open = decision.certainty === 'undecided' ? tools.review.undecided : tools.review.doubtful
  const { readings, before, after } = decision.locus
  return [
    '',
    `${number}  ${id}${tools.inQuotes(title)} ${open}`,
    `  …${before}［${readings[0]?.text ?? ''}］${after}…`,
    ...readings.map(
      (r, i) => `  ${i + 1}  ${r.text === '' ? tools.nothing : r.text}  ${sigla[i] ?? ''}`,
    ),
    ...decision.evidence.map((e) => `     ${evidenceLine(e, sources, strings)}`),
    `  ${locus}`,
  ]
}

const describeGap = (
  { title, before, after, gap, locus }: GapItem,
  number: string,
  strings: Strings,
): string[] => [
  '',
  `${number}  ${strings.tools.inQuotes(title).trim()} ${strings.tools.gap}`,
  `  …${before}［……］${after}…`,
  `     ${gapReason(gap, strings)}`,
  `  ${locus}`,
]

function madeLine(made: NewRuling | undefined, { tools }: Strings): string[] {
  if (made === undefined) return []
  const { ruled, noGap, isGap: missing } = tools.review
  if (made.gap !== undefined) return [`  ${ruled(made.gap === 'none' ? noGap : missing)}`]
  return [
    `  ${ruled(made.reading === undefined || made.reading === '' ? tools.nothing : made.reading)}`,
  ]
}
