import { ARTICLES, lengthen, makeCopies } from '@huijiao/noise'
import { collateEdition, parseEdition, type Stage } from '@huijiao/parse'
import { readSource } from '@huijiao/readers'

const NOISE = { substitutions: 0.01, omissions: 0.005, additions: 0.005 }
const SIGLA = '甲乙丙'
/** Characters of a paragraph. */
const PARAGRAPH = 300

/** How long the stages took for copies of one text, in milliseconds of processor time. */
export interface ReadingsSpeed {
  readonly characters: number
  readonly align: number
  readonly decide: number
}

/** Times the stages on three noisy copies of a made-up text, through the whole pipeline. */
export function readingsSpeed(characters: number): ReadingsSpeed {
  const text = lengthen(Array.from(ARTICLES.flatMap((a) => a.paragraphs).join('')), characters, 5)
  const times = new Map<Stage, number>()
  let running: { stage: Stage; since: NodeJS.CpuUsage } | undefined
  const stop = (): void => {
    if (running === undefined) return
    const { user, system } = process.cpuUsage(running.since)
    times.set(running.stage, (user + system) / 1000)
  }
  collateEdition(threeCopies(text), (stage) => {
    stop()
    running = { stage, since: process.cpuUsage() }
  })
  stop()
  return { characters, align: times.get('align') ?? 0, decide: times.get('decide') ?? 0 }
}

function threeCopies(text: readonly string[]): Parameters<typeof collateEdition>[0] {
  const title = '长文一篇'
  const paragraphs = Array.from({ length: Math.ceil(text.length / PARAGRAPH) }, (_, i) =>
    text.slice(i * PARAGRAPH, (i + 1) * PARAGRAPH),
  )
  const sources = [...SIGLA].map((siglum, c) => {
    const noisy = paragraphs.map((p, k) => {
      const [copy] = makeCopies(p, 1, NOISE, 17 * 100_003 + c * 1009 + k)
      return copy?.characters.join('') ?? ''
    })
    const bytes = new TextEncoder().encode(`${title}\n\n${noisy.join('\n')}\n`)
    return readSource(`${c}.txt`, siglum, bytes)
  })
  const witnesses = sources.map(
    ({ file, siglum }) =>
      `  - { siglum: ${siglum}, description: 抄本, kind: ocr, files: [{ file: ${file} }] }\n`,
  )
  const config = parseEdition(
    `title: 试\nlanguage: zh-Hans\ndate: 2024-01-01\nwitnesses:\n${witnesses.join('')}works:\n  - { id: w, title: ${title}, files: all }\n`,
    'edition.yaml',
  )
  return { id: 'bench', config, sources, rulings: [] }
}
