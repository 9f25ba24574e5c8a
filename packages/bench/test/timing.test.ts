import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { medianRatio, medianRun, nodeCommand, nodeProgram, timed } from '../src/timing.ts'

test('a run tells its wall time and its memory', async () => {
  const run = await timed(
    process.execPath,
    nodeProgram('await new Promise((r) => setTimeout(r, 120))'),
  )
  expect(run.wall).toBeGreaterThan(120)
  expect(run.memory).toBeGreaterThan(10e6)
  expect(run.cpu).toBeGreaterThan(1)
  expect(run.cpu).toBeLessThan(10_000)
})

test('a command is run with its arguments and tells its memory and processor time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huijiao-timing-'))
  try {
    const file = join(folder, 'command.mjs')
    writeFileSync(file, `if (process.argv[2] !== '--out') throw new Error('no argument')`)
    const run = await timed(process.execPath, nodeCommand(file, ['--out']))
    expect(run.memory).toBeGreaterThan(10e6)
    expect(run.cpu).toBeGreaterThan(1)
    await expect(timed(process.execPath, nodeCommand(file, []))).rejects.toThrow(/no argument/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the median of three runs lies between the others', async () => {
  const run = await medianRun(3, process.execPath, nodeProgram(''))
  expect(run.wall).toBeGreaterThan(0)
})

test('a program that fails is an error with its last words', async () => {
  await expect(timed(process.execPath, ['-e', 'throw new Error("lost")'])).rejects.toThrow(/lost/)
})

test('a program that waits longer has the larger ratio', async () => {
  const wait = (ms: number) =>
    [process.execPath, nodeProgram(`await new Promise((r) => setTimeout(r, ${ms}))`)] as const
  const { ratio } = await medianRatio(1, wait(1500), wait(0))
  expect(ratio).toBeGreaterThan(1.5)
})
