import { createInterface } from 'node:readline'
import {
  evidenceLine,
  type NewRuling,
  type ReviewItem,
  type Source,
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

const METHODS = ['对校', '本校', '他校', '理校'] as const

/**
 * Walks a person through loci, by keyboard alone.
 *
 * @param before text of `rulings.yaml` as it stands.
 * @returns how many rulings were made.
 */
export async function walk(
  items: readonly ReviewItem[],
  before: string,
  settings: WalkSettings,
): Promise<number> {
  const typed = createInterface({ input: settings.input })
  const lines = typed[Symbol.asyncIterator]()
  const made = new Map<number, NewRuling>()
  const ask = async (prompt: string): Promise<string | null> => {
    settings.print(prompt)
    const { value, done } = await lines.next()
    return done === true ? null : value.trim()
  }
  let at = 0
  while (at < items.length) {
    const item = items[at]
    if (item === undefined) break
    for (const line of describe(item, at, items.length, made.get(at), settings.sources)) {
      settings.print(`${line}\n`)
    }
    const answer = await ask('选择 [数字，t 自拟，s 略过，b 返回，q 退出] > ')
    if (answer === null || answer === 'q') break
    if (answer === 's' || answer === '') at += 1
    else if (answer === 'b') at = Math.max(0, at - 1)
    else {
      const reading = await readingFor(answer, item, ask)
      if (reading === undefined) {
        settings.print(`不识“${answer}”。\n`)
        continue
      }
      const ruling = await rulingFor(item, reading, ask, settings)
      if (ruling === null) break
      made.set(at, ruling)
      await settings.save(withRulings(before, [...made.values()]))
      at += 1
    }
  }
  // An open terminal would keep the command waiting.
  typed.close()
  return made.size
}

type Ask = (prompt: string) => Promise<string | null>

async function readingFor(answer: string, item: ReviewItem, ask: Ask): Promise<string | undefined> {
  if (answer === 't') return (await ask('读作 > ')) ?? undefined
  const number = /^\d+$/u.test(answer) ? Number(answer) : 0
  return item.decision.locus.readings[number - 1]?.text
}

/** Asks for what the ruling must say besides; null where the input ends in the middle. */
async function rulingFor(
  item: ReviewItem,
  reading: string,
  ask: Ask,
  { by, date }: WalkSettings,
): Promise<NewRuling | null> {
  const usual = item.decision.method ?? '理校'
  const method = await ask(
    `方法 [${METHODS.map((m, i) => `${i + 1} ${m}`).join('，')}；回车为${usual}] > `,
  )
  if (method === null) return null
  let reason = await ask('理由 > ')
  while (reason === '') reason = await ask('理由不可缺 > ')
  if (reason === null) return null
  const citation = await ask('出处（可缺）> ')
  return {
    work: item.work,
    locus: item.locus,
    reading,
    method: METHODS[Number(method) - 1] ?? usual,
    reason,
    ...(citation === null || citation === '' ? {} : { citation }),
    by,
    date,
  }
}

function describe(
  { id, title, decision, sigla, locus }: ReviewItem,
  at: number,
  count: number,
  made: NewRuling | undefined,
  sources: readonly Source[],
): string[] {
  const { readings, before, after } = decision.locus
  return [
    '',
    `${at + 1}/${count}  ${id}《${title}》${decision.certainty === 'undecided' ? '未定' : '存疑'}`,
    `  …${before}［${readings[0]?.text ?? ''}］${after}…`,
    ...readings.map(
      (r, i) => `  ${i + 1}  ${r.text === '' ? '（无）' : r.text}  ${sigla[i] ?? ''}`,
    ),
    ...decision.evidence.map((e) => `     ${evidenceLine(e, sources)}`),
    `  ${locus}`,
    ...(made === undefined ? [] : [`  已裁定：${made.reading === '' ? '（无）' : made.reading}`]),
  ]
}
