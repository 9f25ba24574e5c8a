import { createInterface } from 'node:readline'
import type { Source } from '@huijiao/model'
import {
  evidenceLine,
  type GapItem,
  type NewRuling,
  type ReviewItem,
  withRulings,
} from '@huijiao/parse'

/** What the walk needs of the world. */
export interface WalkSettings {
  /** Lines of answers; its end is the same as quitting. */
  readonly input: NodeJS.ReadableStream
  readonly print: (text: string) => void
  /** Writes the whole new text of `rulings.yaml`; called after every ruling, so that stopping loses nothing. */
  readonly save: (text: string) => Promise<void>
  readonly sources: readonly Source[]
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
  const typed = createInterface({ input: settings.input })
  const lines = typed[Symbol.asyncIterator]()
  const made = new Map<number, NewRuling>()
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
    const lines = isGap(item) ? describeGap(item, number) : describe(item, number, settings.sources)
    for (const line of [...lines, ...madeLine(made.get(at))]) settings.print(`${line}\n`)
    const choices = isGap(item) ? 'm 确有缺文，n 并无缺文，t 补出缺文' : '数字，t 自拟'
    const answer = await ask(`选择 [${choices}，s 略过，b 返回，q 退出] > `)
    if (answer === QUIT) break
    if (answer === 's' || answer === '') at += 1
    else if (answer === BACK) {
      if (at === 0) settings.print('已是首处。\n')
      at = Math.max(0, at - 1)
    } else {
      const said = isGap(item) ? await sayOfGap(answer, ask) : await sayOf(answer, item, ask)
      if (said === undefined) {
        settings.print(`不识“${answer}”，可答者见方括号内。\n`)
        continue
      }
      const ruling =
        said === BACK || said === QUIT ? said : await rulingFor(item, said, ask, settings)
      if (ruling === QUIT) break
      if (ruling === BACK) continue
      made.set(at, ruling.ruling)
      await settings.save(withRulings(before, [...made.values()]))
      settings.print('已记下。\n')
      if (ruling.quit) break
      at += 1
    }
  }
  // An open terminal would keep the command waiting.
  typed.close()
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
): Promise<Said | typeof BACK | typeof QUIT | undefined> {
  if (answer === 't') {
    const reading = await ask('读作（空则删去；b 返回，q 退出）> ')
    return reading === BACK || reading === QUIT ? reading : { reading }
  }
  const number = /^\d+$/u.test(answer) ? Number(answer) : 0
  const reading = item.decision.locus.readings[number - 1]?.text
  return reading === undefined ? undefined : { reading }
}

async function sayOfGap(
  answer: string,
  ask: Ask,
): Promise<Said | typeof BACK | typeof QUIT | undefined> {
  if (answer === 'n') return { gap: 'none' }
  if (answer === 'm') {
    const extent = await ask('所缺几何（如“约缺二十字”，可缺；b 返回，q 退出）> ')
    if (extent === BACK || extent === QUIT) return extent
    return extent === '' ? { gap: 'missing' } : { gap: 'missing', extent }
  }
  if (answer !== 't') return undefined
  let reading = await ask('补作（b 返回，q 退出）> ')
  while (reading === '') reading = await ask('补文不可缺（b 返回，q 退出）> ')
  return reading === BACK || reading === QUIT ? reading : { reading }
}

/** Asks for what the ruling must say besides. */
async function rulingFor(
  item: Item,
  said: Said,
  ask: Ask,
  { by, date, print }: WalkSettings,
): Promise<{ ruling: NewRuling; quit: boolean } | typeof BACK | typeof QUIT> {
  const usual = (isGap(item) ? null : item.decision.method) ?? '理校'
  const choices = METHODS.map((m, i) => `${i + 1} ${m}`).join('，')
  let method: string = ''
  for (;;) {
    const answer = await ask(`方法 [${choices}；回车为${usual}，b 返回，q 退出] > `)
    if (answer === BACK || answer === QUIT) return answer
    method =
      answer === ''
        ? usual
        : (METHODS[Number(answer) - 1] ?? METHODS.find((m) => m === answer) ?? '')
    if (method !== '') break
    print(`不识“${answer}”，可答 1 至 4。\n`)
  }
  let reason = await ask('理由 > ')
  while (reason === '') reason = await ask('理由不可缺 > ')
  if (reason === BACK || reason === QUIT) return reason
  // Text that no witness has must come from somewhere.
  const supplied = isGap(item) && said.reading !== undefined
  let citation = await ask(supplied ? '出处 > ' : '出处（可缺）> ')
  if (supplied) while (citation === '') citation = await ask('补文的出处不可缺 > ')
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
  sources: readonly Source[],
): string[] {
  const { readings, before, after } = decision.locus
  return [
    '',
    `${number}  ${id}《${title}》${decision.certainty === 'undecided' ? '未定' : '存疑'}`,
    `  …${before}［${readings[0]?.text ?? ''}］${after}…`,
    ...readings.map(
      (r, i) => `  ${i + 1}  ${r.text === '' ? '（无）' : r.text}  ${sigla[i] ?? ''}`,
    ),
    ...decision.evidence.map((e) => `     ${evidenceLine(e, sources)}`),
    `  ${locus}`,
  ]
}

const describeGap = (
  { title, before, after, reason, locus }: GapItem,
  number: string,
): string[] => [
  '',
  `${number}  《${title}》缺文`,
  `  …${before}［……］${after}…`,
  `     ${reason}`,
  `  ${locus}`,
]

function madeLine(made: NewRuling | undefined): string[] {
  if (made === undefined) return []
  if (made.gap !== undefined) return [`  已裁定：${made.gap === 'none' ? '并无缺文' : '确有缺文'}`]
  return [`  已裁定：${made.reading === '' ? '（无）' : made.reading}`]
}
