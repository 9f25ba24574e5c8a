import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TASKS } from '../src/tasks.ts'
import { BIN, hashes, huijiao, writeEdition } from './house.ts'

let folder: string
/** Where all builds keep what was made: an edition that was built before is taken from there. */
let store: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-build-'))
  store = join(folder, 'store')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Makes the files of a folder an hour old, as those of an edition that nobody has just touched. */
async function age(edition: string): Promise<void> {
  const before = new Date(Date.now() - 3_600_000)
  for (const name of ['edition.yaml', 'witnesses/a.txt', 'witnesses/b.txt']) {
    await utimes(join(edition, name), before, before)
  }
  // Their names were changed just now, which no program can set back.
  await new Promise((resolve) => setTimeout(resolve, 2100))
}

async function numberIn(file: string): Promise<number> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (text.endsWith('\n')) return Number(text)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Whether a process ends; one that has ended is there until its new parent has noticed. */
async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

describe('huijiao build', () => {
  it('makes the books of a folder anywhere, again only what changed', async () => {
    const book = join(folder, '古桥')
    await writeEdition(book)
    await age(book)
    const first = await huijiao(store, ['build', book])
    expect(first).toMatchObject({ code: 0 })
    expect((await readdir(join(book, 'dist'))).toSorted()).toEqual([
      'apparatus.json',
      'edition.json',
      'ledger.tsv',
      'pages.json',
      'report.json',
      'site',
      'sources',
      'tei',
      'text',
      '古桥.docx',
      '古桥.epub',
      '古桥.md',
      '古桥.pdf',
      '古桥.standoff.tei.xml',
      '古桥.tei.xml',
      '古桥.txt',
    ])
    expect((await readdir(book)).toSorted()).toEqual(['dist', 'edition.yaml', 'witnesses'])
    expect(await readdir(join(store, 'runs'))).toEqual([])
    const made = await hashes(join(book, 'dist'))

    const second = await huijiao(store, ['build', book])
    expect(second).toMatchObject({ code: 0, err: '' })
    expect(second.out.split('\n')[0]).toBe('古桥 小书')

    await rm(join(book, 'dist/古桥.pdf'))
    const third = await huijiao(store, ['build', book, '--json'])
    expect(JSON.parse(third.out)).toMatchObject([
      { state: 'whole', cached: expect.arrayContaining(TASKS.map(({ name }) => name)) },
    ])
    expect(await hashes(join(book, 'dist'))).toEqual(made)

    await rename(book, join(folder, '古楼'))
    const moved = await huijiao(store, ['build', join(folder, '古楼'), '--only=txt', '--json'])
    expect(JSON.parse(moved.out)).toMatchObject([{ state: 'whole', cached: [] }])
    expect(await readdir(join(folder, '古楼/dist'))).toContain('古楼.txt')
  })

  it('builds an edition again whose witness changed, though its size and time are as before', async () => {
    const book = join(folder, 'sly/古桥')
    await writeEdition(book, { formats: ['txt'] })
    await age(book)
    await huijiao(store, ['build', book])
    await writeEdition(book, { misread: '络', formats: ['txt'] })
    await age(book)
    const { code } = await huijiao(store, ['build', book])
    expect(code).toBe(0)
    expect(await readFile(join(book, 'dist/apparatus.json'), 'utf8')).toContain('络')
  })

  it('leaves dist/ as it was where an edition has become wrong, and builds the others', async () => {
    const [bad, good] = [join(folder, '古桥'), join(folder, '古塔')]
    for (const book of [bad, good]) await writeEdition(book, { formats: ['txt'] })
    await huijiao(store, ['build', bad])
    const made = await hashes(join(bad, 'dist'))
    await writeFile(join(bad, 'edition.yaml'), 'titel: 小书\n')
    const run = await huijiao(store, ['build', bad, good])
    expect(run.code).toBe(3)
    expect(run.err).toContain('edition.yaml:1:1: error unknown-key')
    expect(run.out).toContain(
      '古桥\n  not made, since its sources are wrong: see above; what lies in dist/ is old',
    )
    expect(await hashes(join(bad, 'dist'))).toEqual(made)
    expect(await readdir(join(good, 'dist'))).toContain('古塔.txt')
  })

  it('ends with 2 where nothing could be made, since the sources are wrong', async () => {
    const bad = join(folder, 'bad')
    await writeEdition(bad)
    await writeFile(join(bad, 'edition.yaml'), 'titel: 小书\n')
    const run = await huijiao(store, ['build', bad])
    expect(run).toMatchObject({ code: 2 })
    expect(run.out).toBe('bad\n  not made, since its sources are wrong: see above\n')
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends all that it has started at %s',
    async (signal) => {
      // Of one name, so that the tree is made once for the three.
      const book = join(folder, signal, 'book')
      await writeEdition(book, { formats: ['pdf'] })
      const pidFile = join(folder, `${signal}.pid`)
      const browser = join(folder, `${signal}.sh`)
      await writeFile(browser, `#!/bin/sh\necho $$ > '${pidFile}'\nexec sleep 600\n`, {
        mode: 0o755,
      })
      const env = { ...process.env, CHROME_PATH: browser, HUIJIAO_BUILD_DIR: store }
      const child = spawn(process.execPath, [BIN, 'build', book], { env, stdio: 'ignore' })
      const pid = await numberIn(pidFile)
      child.kill(signal)
      expect(await new Promise((resolve) => child.once('exit', (_, s) => resolve(s)))).toBe(signal)
      expect(await isGone(pid)).toBe(true)
      expect(await readdir(join(store, 'runs'))).toEqual([])
    },
  )

  it('makes the EPUB without a browser, and lets no PDF of an earlier tree lie beside it', async () => {
    const book = join(folder, 'bare')
    await writeEdition(book, { formats: ['pdf', 'epub'] })
    await mkdir(join(book, 'dist'))
    await writeFile(join(book, 'dist/bare.pdf'), 'of an earlier tree')
    const run = await huijiao(store, ['build', book], { CHROME_PATH: join(folder, 'no-browser') })
    expect(run.code).toBe(3)
    expect(run.out).toMatch(/PDF +missing/)
    const made = await readdir(join(book, 'dist'))
    expect(made).toContain('bare.epub')
    expect(made).not.toContain('bare.pdf')
  })

  it.each([
    [['nowhere'], 'error no-edition'],
    [['--shard', '2/2', '.'], 'error shard'],
    [['--only', 'pdf,mobi', '.'], 'expected epub, pdf, '],
  ])('refuses %j with code 2', async (args, said) => {
    const run = await huijiao(store, ['build', ...args])
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining(said) })
  })

  it('makes the formats that edition.yaml names, and an EPUB of no PDF is whole', async () => {
    const book = join(folder, 'plain')
    await writeEdition(book)
    const yaml = join(book, 'edition.yaml')
    const text = await readFile(yaml, 'utf8')
    await writeFile(yaml, `${text}\nformats: [epub]\n`)
    await mkdir(join(book, 'dist'))
    await writeFile(join(book, 'dist/plain.pdf'), 'of when it had a PDF')
    const run = await huijiao(store, ['build', book])
    expect(run).toMatchObject({ code: 0 })
    expect(run.out).not.toContain('PDF')
    const made = await readdir(join(book, 'dist'))
    expect(made).toContain('plain.epub')
    expect(made).not.toContain('plain.pdf')

    await writeFile(yaml, `${text}\nformats: [epub, mobi]\n`)
    const wrong = await huijiao(store, ['build', book])
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('error wrong-value')
    expect(wrong.err).toContain('mobi')
  })

  it('makes only what --only names, and lets the rest lie as long as it is of this tree', async () => {
    const book = join(folder, 'only')
    const formats = ['pdf', 'epub', 'txt']
    await writeEdition(book, { formats })
    const dist = join(book, 'dist')
    await huijiao(store, ['build', book])
    const whole = await hashes(dist)

    await rm(join(dist, 'only.epub'))
    const same = await huijiao(store, ['build', book, '--only', 'pdf'])
    expect(same).toMatchObject({ code: 0 })
    expect(same.out).not.toContain('EPUB')
    const { 'only.epub': epub, ...others } = whole
    expect(epub).toBeDefined()
    expect(await hashes(dist)).toEqual(others)

    // The EPUB has the pages of the PDF, so that is looked for too, and the book is as it always was.
    const both = await huijiao(store, ['build', book, '--only=epub'])
    expect(both).toMatchObject({ code: 0 })
    expect(await hashes(dist)).toEqual(whole)

    await writeEdition(book, { misread: '络', formats })
    await huijiao(store, ['build', book, '--only', 'txt'])
    expect(await readdir(dist)).toContain('only.txt')
    expect(await readdir(dist)).not.toContain('only.epub')
  })

  it('refuses two folders of one name, and names both', async () => {
    const [one, other] = [join(folder, 'a/same'), join(folder, 'b/same')]
    for (const book of [one, other]) await writeEdition(book)
    const { code, err } = await huijiao(store, ['build', one, other])
    expect(code).toBe(2)
    expect(err).toContain(`got ${one} and ${other}`)
  })

  it('believes no shared cache without a key', async () => {
    const { code, err } = await huijiao(store, ['build', join(folder, '古楼')], {
      TURBO_API: 'http://127.0.0.1:9',
    })
    expect(code).toBe(2)
    expect(err).toContain('error unsigned-cache')
  })
})
