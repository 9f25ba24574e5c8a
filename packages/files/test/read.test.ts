import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { FileError } from '../src/error.ts'
import { readRegular } from '../src/read.ts'

const root = mkdtempSync(join(tmpdir(), 'huijiao-read-'))
const folder = join(root, 'edition')
mkdirSync(folder)
afterAll(() => rmSync(root, { recursive: true }))

const bounds = { most: 100, within: folder }
const refusal = async (path: string): Promise<string> => {
  const error: unknown = await readRegular(path, bounds).catch((e: unknown) => e)
  if (!(error instanceof FileError)) throw new Error(`expected a FileError, got ${String(error)}`)
  return error.message.slice(root.length + 1)
}

test('a file is read whole, and through a link inside the folder', async () => {
  writeFileSync(join(folder, 'a.txt'), '山川')
  symlinkSync('a.txt', join(folder, 'link.txt'))
  expect((await readRegular(join(folder, 'a.txt'), bounds)).toString()).toBe('山川')
  expect((await readRegular(join(folder, 'link.txt'), bounds)).toString()).toBe('山川')
})

test('a file of the size that is allowed is read, and one byte more is refused', async () => {
  writeFileSync(join(folder, 'full.txt'), 'x'.repeat(100))
  writeFileSync(join(folder, 'large.txt'), 'x'.repeat(101))
  expect(await readRegular(join(folder, 'full.txt'), bounds)).toHaveLength(100)
  expect(await refusal(join(folder, 'large.txt'))).toBe(
    'edition/large.txt: expected at most 100 bytes, got 101 bytes',
  )
})

test('what is no regular file is refused by what it is, without waiting', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe')])
  symlinkSync('circle', join(folder, 'circle'))
  symlinkSync('nowhere', join(folder, 'dangling'))
  mkdirSync(join(folder, 'folder'))
  expect(await refusal(join(folder, 'pipe'))).toMatch(/expected a file, got a named pipe$/)
  expect(await refusal(join(folder, 'circle'))).toMatch(/got a circle of links$/)
  expect(await refusal(join(folder, 'dangling'))).toMatch(/got no such file$/)
  expect(await refusal(join(folder, 'folder'))).toMatch(/got a folder$/)
  expect(await refusal(join(folder, 'absent'))).toMatch(/got no such file$/)
})

test('a socket is refused', async () => {
  const server = createServer().listen(join(folder, 'socket'))
  await new Promise((resolve) => server.once('listening', resolve))
  expect(await refusal(join(folder, 'socket'))).toMatch(/got a socket/)
  await new Promise((resolve) => server.close(resolve))
})

test('a link that leads out of the folder is refused, to a device too', async () => {
  writeFileSync(join(root, 'secret.txt'), 'x')
  symlinkSync('../secret.txt', join(folder, 'out.txt'))
  symlinkSync('/dev/zero', join(folder, 'endless.txt'))
  expect(await refusal(join(folder, 'out.txt'))).toMatch(/expected a file inside .*, got a link to/)
  expect(await refusal(join(folder, 'endless.txt'))).toMatch(/got a link to \/dev\/zero$/)
  await expect(readRegular('/dev/zero', { most: 100 })).rejects.toThrow('got a device')
})
