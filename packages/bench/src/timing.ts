import { spawn } from 'node:child_process'

/** What one run of a program in a process of its own took. */
export interface Run {
  /** Wall time from start to exit, in milliseconds. */
  readonly wall: number
  /** Largest resident memory of a Node program that reports it, in bytes; 0 otherwise. */
  readonly memory: number
  /** Processor time of a Node program that reports it, all threads, in milliseconds; 0 otherwise. */
  readonly cpu: number
}

const REPORT = /maxRSS=(\d+) cpu=(\d+)/

/**
 * Runs a program to its end and times it, starting of the process included.
 * @throws where it exits with an error, with its last words.
 */
export function timed(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(command, [...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (data) => {
      out += String(data)
    })
    child.stderr.on('data', (data) => {
      err += String(data)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      const wall = performance.now() - start
      if (code !== 0) reject(new Error(`${command} ended with ${code}: ${err.slice(-2000)}`))
      else {
        const [, memory = 0, cpu = 0] = REPORT.exec(out) ?? []
        resolve({ wall, memory: Number(memory) * 1024, cpu: Number(cpu) / 1000 })
      }
    })
  })
}

/** Runs a program several times and keeps the median by wall time. */
export async function medianRun(
  times: number,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const runs: Run[] = []
  for (let index = 0; index < times; index += 1) runs.push(await timed(command, args, env))
  runs.sort((a, b) => a.wall - b.wall)
  const middle = runs[Math.floor(runs.length / 2)]
  if (middle === undefined) throw new Error('expected at least one run')
  return middle
}

const TELL = `const used = process.resourceUsage()
console.log('maxRSS=' + used.maxRSS + ' cpu=' + (used.userCPUTime + used.systemCPUTime))`

/** A Node program, given as module text, that reports its memory and processor time at the end. */
export function nodeProgram(text: string): readonly string[] {
  return ['--input-type=module', '-e', `${text}\n${TELL}`]
}

/** A Node command as users run it, that reports its memory and processor time as it ends. */
export function nodeCommand(file: string, args: readonly string[]): readonly string[] {
  const atExit = `data:text/javascript,${encodeURIComponent(`process.on('exit', () => {${TELL}})`)}`
  return ['--import', atExit, file, ...args]
}

/**
 * Runs two programs in turns and gives the middle one of the ratios of their wall times, so that
 * what else the machine does weighs on both alike.
 */
export async function medianRatio(
  times: number,
  one: readonly [command: string, args: readonly string[]],
  other: readonly [command: string, args: readonly string[]],
): Promise<{ readonly ratio: number; readonly one: Run; readonly other: Run }> {
  const pairs: { ratio: number; one: Run; other: Run }[] = []
  for (let index = 0; index < times; index += 1) {
    const first = await timed(...one)
    const second = await timed(...other)
    pairs.push({ ratio: first.wall / second.wall, one: first, other: second })
  }
  pairs.sort((a, b) => a.ratio - b.ratio)
  const middle = pairs[Math.floor(pairs.length / 2)]
  if (middle === undefined) throw new Error('expected at least one run')
  return middle
}
