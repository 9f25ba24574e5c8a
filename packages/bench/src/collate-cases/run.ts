import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { collate, type Token, type Witness } from '@huijiao/collate'
import diffSequences from 'diff-sequences'
import diff from 'fast-diff'
import { recovered } from './recovered.ts'

/** What a run in a process of its own prints as one line of JSON. */
export interface Outcome {
  /** Processor time of the alignment alone, in milliseconds. */
  readonly cpu: number
  /** Peak resident memory of the process, in bytes. */
  readonly memory: number
  readonly units: number
  readonly transpositions: number
  readonly equal: number
  readonly pairs: number
  readonly found: number
}

/** Reads the copies of a case and aligns them: `node run.js <folder> <count> <tool>`. */
function main([folder = '', count = '2', tool = 'ours']: readonly string[]): void {
  const texts = Array.from({ length: Number(count) }, (_, i) =>
    readFileSync(join(folder, `${i}.txt`), 'utf8'),
  )
  if (tool !== 'ours') {
    const [a = '', b = ''] = texts
    const before = process.cpuUsage()
    if (tool === 'fast-diff') diff(a, b)
    else {
      const [x, y] = [[...a], [...b]]
      diffSequences.default(
        x.length,
        y.length,
        (i, j) => x[i] === y[j],
        () => {},
      )
    }
    print({ ...spent(before), units: 0, transpositions: 0, equal: 0, pairs: 0, found: 0 })
    return
  }
  const shared = new Map<string, Token>()
  const witnesses = texts.map(
    (text, i): Witness => ({ siglum: String(i), tokens: tokensOf(text, shared) }),
  )
  const before = process.cpuUsage()
  const alignment = collate(witnesses)
  const cost = spent(before)
  const origins = texts.map((_, i) => {
    const bytes = readFileSync(join(folder, `${i}.origins`))
    return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
  })
  const length = Number(readFileSync(join(folder, 'length'), 'utf8'))
  const equal = alignment.units.reduce((sum, { equal: same, spans: [span] }) => {
    return same && span !== undefined ? sum + span[1] - span[0] : sum
  }, 0)
  print({
    ...cost,
    units: alignment.units.length,
    transpositions: alignment.transpositions.length,
    equal,
    ...recovered(alignment, origins, length),
  })
}

function tokensOf(text: string, shared: Map<string, Token>): Token[] {
  return Array.from(text, (t) => {
    const known = shared.get(t)
    if (known !== undefined) return known
    const token = { t, n: t }
    shared.set(t, token)
    return token
  })
}

function spent(before: NodeJS.CpuUsage): Pick<Outcome, 'cpu' | 'memory'> {
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS * 1024 }
}

function print(outcome: Outcome): void {
  process.stdout.write(`${JSON.stringify(outcome)}\n`)
}

main(process.argv.slice(2))
