import { execFileSync } from 'node:child_process'
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

test('where there is room for a part of a file alone, the old one stays', async () => {
  const path = join(root, 'full/one.txt')
  await writeWhole(path, 'old')
  const module = new URL('../dist/index.js', import.meta.url).href
  const program = `process.on('SIGXFSZ', () => undefined)
    import { writeWhole } from ${JSON.stringify(module)}
    await writeWhole(${JSON.stringify(path)}, new Uint8Array(1_000_000)).then(
      () => console.log('written'), (error) => console.log(error.message))`
  // No file may grow beyond 100 blocks: as on a disk that fills, the system writes a part without an error.
  const limited = 'ulimit -f 100; exec "$0" --input-type=module -e "$1"'
  const said = execFileSync('bash', ['-c', limited, process.execPath, program], {
    encoding: 'utf8',
  })
  expect(said).toContain(`${path}: expected a file that can be written, got`)
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(readdirSync(join(root, 'full'))).toEqual(['one.txt'])
})
