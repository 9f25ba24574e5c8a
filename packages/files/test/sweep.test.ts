import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweep } from '@huijiao/files'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-sweep-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('what a program that has ended left goes; what a living one has, and what is no program’s, stays', async () => {
  const ended = spawnSync(process.execPath, ['-e', '']).pid
  await mkdir(join(folder, `run-${ended}`))
  await writeFile(join(folder, `run-${ended}`, 'half.txt'), '半')
  await mkdir(join(folder, `run-${process.pid}`))
  await writeFile(join(folder, `note-${ended}`), '他人之物')
  await sweep(folder, (name) => /^run-(\d+)$/u.exec(name)?.[1])
  expect((await readdir(folder)).sort()).toEqual([`note-${ended}`, `run-${process.pid}`])
})

test('a folder that is not there has nothing to take away', async () => {
  await expect(sweep(join(folder, 'nowhere'), () => '1')).resolves.toBeUndefined()
})
