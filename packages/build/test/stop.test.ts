import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { stop } from '../src/stop.ts'

/** A leader of a session, and the number of what it has begun in a group of its own (by `timeout`), as the task runner does. */
async function beginning(script: string): Promise<{ leader: ChildProcess; pid: number }> {
  const leader = spawn('/bin/sh', ['-c', `timeout 600 ${script} & echo $!; wait`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: leader.stdout }))
    return { leader, pid: Number(line) }
  throw new Error('it said nothing')
}

/** Whether it runs; one that has ended may not have been waited for yet. */
const isRunning = (pid: number): boolean => {
  try {
    return !/\) Z /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

it.runIf(process.platform === 'linux').each([
  ['that outlives it', 'sleep 600'],
  ['that does not listen', `sh -c 'trap "" INT TERM; while :; do sleep 1; done'`],
])('ends with the task runner a task %s', async (_, script) => {
  const { leader, pid } = await beginning(script)
  expect(isRunning(pid)).toBe(true)
  await stop(leader)
  expect(isRunning(pid)).toBe(false)
})
