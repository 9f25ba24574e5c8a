import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { FileError } from '../src/error.ts'
import { writeWhole } from '../src/write.ts'

const root = mkdtempSync(join(tmpdir(), 'huijiao-write-'))
afterAll(() => rmSync(root, { recursive: true }))

test('a file is written with the folders above it, and over an older one', async () => {
  const path = join(root, 'a/b/c.txt')
  await writeWhole(path, 'one')
  await writeWhole(path, Uint8Array.of(0x32))
  expect(readFileSync(path, 'utf8')).toBe('2')
  expect(readdirSync(join(root, 'a/b'))).toEqual(['c.txt'])
})

test('many writers at once leave one of their texts, and nothing else', async () => {
  const path = join(root, 'many/one.txt')
  const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(50_000))
  await Promise.all(texts.map((text) => writeWhole(path, text)))
  expect(texts).toContain(readFileSync(path, 'utf8'))
  expect(readdirSync(join(root, 'many'))).toEqual(['one.txt'])
})

test('where a file cannot be written the old one stays, and the message says why', async () => {
  const path = join(root, 'taken')
  mkdirSync(path)
  writeFileSync(join(path, 'old.txt'), 'old')
  await expect(writeWhole(path, 'new')).rejects.toThrow(FileError)
  await expect(writeWhole(join(path, 'old.txt/new.txt'), 'new')).rejects.toThrow(
    /expected a file that can be written, got/,
  )
  expect(readdirSync(root).filter((name) => name.startsWith('taken'))).toEqual(['taken'])
  expect(readFileSync(join(path, 'old.txt'), 'utf8')).toBe('old')
})
