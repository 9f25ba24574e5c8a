import { execFile, execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LETTER, letterEdition } from '@huijiao/noise'
import { readEdition } from '@huijiao/parse'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const BIN = fileURLToPath(new URL('../bin/huijiao.js', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'huijiao-hostile-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Run {
  readonly code: number | string | null
  readonly err: string
}

/** Runs the command; one that waits for ever is ended, and has no code. */
function huijiao(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { timeout: 60_000 }, (error, _out, err) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), err })
    })
  })
}

let count = 0
let book: string
beforeEach(() => {
  book = join(root, `book-${count++}`)
  mkdirSync(join(book, 'witnesses'), { recursive: true })
  for (const [path, text] of letterEdition(LETTER, LETTER.replace('尽落', '尽洛')))
    writeFileSync(join(book, path), text)
})

/** Puts something in the place of a file. */
const PLANTS: readonly (readonly [name: string, plant: (path: string) => void, says: RegExp])[] = [
  ['a pipe', (path) => execFileSync('mkfifo', [path]), /got a named pipe/],
  ['a folder', (path) => mkdirSync(path), /got a folder/],
  ['a circle of links', (path) => symlinkSync(path, path), /got a circle of links/],
  [
    'a link to an endless device',
    (path) => symlinkSync('/dev/zero', path),
    /a link to \/dev\/zero/,
  ],
  [
    'a link to a file outside',
    (path) => symlinkSync(fileURLToPath(import.meta.url), path),
    /expected a file inside/,
  ],
  [
    'a file beyond all bounds',
    (path) => {
      writeFileSync(path, '')
      truncateSync(path, 2 ** 28 + 1)
    },
    /expected at most \d+ bytes, got 268435457 bytes/,
  ],
]

describe.each(['edition.yaml', 'rulings.yaml', 'witnesses/a.txt'])('in the place of %s', (file) => {
  const planted = (plant: (path: string) => void): void => {
    rmSync(join(book, file), { force: true })
    plant(join(book, file))
  }

  it.each(PLANTS)('%s is refused with its name', async (_, plant, says) => {
    planted(plant)
    await expect(readEdition(book, { rulings: true })).rejects.toThrow(says)
    await expect(readEdition(book, { rulings: true })).rejects.toThrow(
      file.replace('witnesses/', ''),
    )
  })

  it.each(PLANTS.slice(0, 1))(
    '%s ends the command, and nothing is written',
    async (_, plant, says) => {
      planted(plant)
      const run = await huijiao('parse', book, '--out', join(book, 'out'))
      expect(run).toMatchObject({ code: 2, err: expect.stringMatching(says) })
      expect(existsSync(join(book, 'out'))).toBe(false)
    },
  )
})

describe('huijiao check', () => {
  const checked = (...args: string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      execFile(process.execPath, [BIN, 'check', ...args], (error, out) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out })
      })
    })

  it('finds nothing to mend in a sound edition, and writes nothing', async () => {
    expect(await checked(book)).toEqual({ code: 0, out: 'nothing to mend\n' })
    expect(existsSync(join(book, 'dist'))).toBe(false)
  })

  it('tells every problem of every edition as data', async () => {
    writeFileSync(join(book, 'edition.yaml'), 'titel: 小书\n')
    writeFileSync(join(book, 'rulings.yaml'), '')
    const { code, out } = await checked(book, '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({
        level: 'error',
        file: join(book, 'edition.yaml'),
        line: 1,
        column: 1,
        rule: 'unknown-key',
        hint: 'Did you mean `title`?',
      }),
    )
  })

  it('tells what is wrong in the rulings', async () => {
    writeFileSync(join(book, 'rulings.yaml'), '- { work: letter, lokus: x }\n')
    const { code, out } = await checked(book, '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ file: join(book, 'rulings.yaml'), line: 1, rule: 'unknown-key' }),
    )
  })

  it('tells a warning, unless it is to be quiet', async () => {
    writeFileSync(join(book, 'witnesses/stray.txt'), '又一')
    const loud = await checked(book, '--json')
    expect(JSON.parse(loud.out)).toMatchObject([{ level: 'warning', rule: 'unused-file' }])
    expect(await checked(book, '--json', '--quiet')).toEqual({ code: 0, out: '[]\n' })
    expect(loud.code).toBe(0)
  })
})

describe('wrong input ends with 2 in every command', () => {
  it.each([
    ['explain', 'nowhere', '山'],
    ['text', 'nowhere'],
    ['parse', 'nowhere'],
    ['review', 'nowhere'],
    ['build', 'nowhere'],
    ['discover', 'nowhere'],
    ['collate', 'nowhere', 'elsewhere'],
    ['check', 'nowhere'],
    ['clean', 'nowhere'],
    ['diff', 'nowhere', 'elsewhere'],
    ['init', 'nowhere', 'elsewhere'],
    ['discover', 'nowhere', '--merge'],
    ['sketch', 'nowhere', '--out', 'out'],
    ['reuse', 'nowhere'],
    ['build', '--trim', 'b5'],
    ['build', '--booklet', '0'],
    ['complete', 'tcsh'],
    ['nonsense'],
    ['text'],
  ])('%s %s %s %s', async (...args) => {
    const run = await huijiao(...args.filter((arg) => typeof arg === 'string'))
    expect(run.code).toBe(2)
    expect(run.err).not.toBe('')
    expect(run.err).not.toMatch(/ENOENT|at file:|node:internal/)
  })

  it('an edition.yaml that is no UTF-8 is said to be none', async () => {
    writeFileSync(join(book, 'edition.yaml'), Buffer.from([0x74, 0x3a, 0x20, 0xff, 0xfe, 0x0a]))
    const run = await huijiao('parse', book)
    expect(run.err).toMatch(/edition\.yaml: error not-utf-8: .*expected UTF-8/)
    expect(run.code).toBe(2)
  })

  it('what cannot be written is no wrong input', async () => {
    const run = await huijiao('parse', book, '--out', '/dev/null')
    expect(run.err).toMatch(/expected a file that can be written, got something else of that name/)
    expect(run.code).toBe(1)
  })
})
