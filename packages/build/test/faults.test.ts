import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BIN, hashes, huijiao, writeEdition } from './house.ts'

let folder: string
let store: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-faults-'))
  store = join(folder, 'store')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** An edition of one small format: what is tested here is the build, not the book. */
async function edition(name: string, misread?: string): Promise<string> {
  const book = join(folder, name)
  await writeEdition(book, { ...(misread === undefined ? {} : { misread }), formats: ['txt'] })
  return book
}

describe('a build', () => {
  it('of which two run at once is right in both, and leaves nothing behind', async () => {
    const book = await edition('twice')
    const runs = await Promise.all([1, 2].map(() => huijiao(store, ['build', book])))
    expect(runs.map(({ code }) => code)).toEqual([0, 0])
    const made = await hashes(join(book, 'dist'))
    expect(Object.keys(made).filter((path) => path.endsWith('.part'))).toEqual([])
    expect(await readdir(join(store, 'runs'))).toEqual([])
    const [outcome] = JSON.parse(
      (await huijiao(store, ['build', book, '--force', '--json'])).out,
    ) as unknown[]
    expect(outcome).toMatchObject({ state: 'whole', title: '小书', cached: [] })
    expect(await hashes(join(book, 'dist'))).toEqual(made)
  })

  it('says in one message what it cannot write, and ends with 1', async () => {
    const book = await edition('blocked')
    await writeFile(join(book, 'dist'), 'no folder')
    const { code, err } = await huijiao(store, ['build', book])
    expect(code).toBe(1)
    expect(err).toMatch(/blocked.dist.*expected a file that can be written, got /)
    expect(err).not.toMatch(/node:internal|at file:/)
    expect(await readdir(join(store, 'runs'))).toEqual([])
  })

  it('says so where its own folder cannot be made', async () => {
    const book = await edition('storeless')
    await writeFile(join(folder, 'file'), '')
    const { code, err } = await huijiao(join(folder, 'file/store'), ['build', book])
    expect(code).toBe(1)
    expect(err).toMatch(/file\/store.*error own-folder: .*\n {2}hint: .*HUIJIAO_BUILD_DIR/)
    expect(err).not.toMatch(/node:internal|at file:/)
  })

  it('works where no home is set', async () => {
    const book = await edition('homeless')
    expect(await huijiao(store, ['build', book], { HOME: '' })).toMatchObject({ code: 0 })
  })

  it('prints with --quiet the faults alone, and with --json data for programs', async () => {
    const [good, bad] = [await edition('good'), await edition('bad')]
    await writeFile(join(bad, 'edition.yaml'), 'titel: 小书\n')
    const quiet = await huijiao(store, ['build', good, bad, '--quiet'])
    expect(quiet.code).toBe(3)
    expect(quiet.err).toContain('edition.yaml:1:1: error unknown-key')
    expect(quiet.out).not.toContain('good')
    const { out } = await huijiao(store, ['build', good, bad, '--json'])
    expect(JSON.parse(out)).toMatchObject([
      { edition: 'bad', state: 'refused', title: null, books: [] },
      { edition: 'good', books: [{ format: 'txt', path: expect.any(String) }] },
    ])
  })
})

describe('build --watch', () => {
  it('builds again when a source changes, and ends at an interrupt', async () => {
    const book = await edition('watched')
    const child = spawn(process.execPath, [BIN, 'build', book, '--watch'], {
      env: { ...process.env, HUIJIAO_BUILD_DIR: store },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (text: Buffer) => (said += text.toString()))
    const times = (): number => said.split('watched 小书').length - 1
    const until = async (count: number): Promise<void> => {
      while (times() < count) await new Promise((resolve) => setTimeout(resolve, 100))
    }
    await until(1)
    await edition('watched', '络')
    await until(2)
    expect(await readFile(join(book, 'dist/apparatus.json'), 'utf8')).toContain('络')
    child.kill('SIGINT')
    expect(await new Promise((resolve) => child.once('exit', (_, s) => resolve(s)))).toBe('SIGINT')
  })
})

describe('huijiao clean', () => {
  it('takes away what was built, and nothing else', async () => {
    const book = await edition('cleaned')
    await huijiao(store, ['build', book])
    await mkdir(join(book, 'dist/mine'))
    await writeFile(join(book, 'dist/mine/notes.txt'), 'mine')
    await mkdir(join(book, 'dist/site/read'), { recursive: true })
    await writeFile(join(book, 'dist/site/read/1.html'), 'made')
    const { code, out } = await huijiao(store, ['clean', book])
    expect({ code, out: out.split('\n')[1] }).toEqual({
      code: 0,
      out: '  not made by the build, kept: mine/notes.txt',
    })
    expect(await hashes(join(book, 'dist'))).toHaveProperty('mine/notes.txt')
    expect(await readdir(join(book, 'dist'))).toEqual(['mine'])
  })
})
