import { spawnSync } from 'node:child_process'

/** What a program printed. */
export interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end; undefined where it is not installed. */
export function run(command: string, args: readonly string[]): Ran | undefined {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (result.error !== undefined && 'code' in result.error && result.error.code === 'ENOENT') {
    return undefined
  }
  const { status, stdout, stderr } = result
  return { status: status ?? -1, stdout, stderr: result.error?.message ?? stderr }
}
