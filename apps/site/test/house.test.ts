import { existsSync, statSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../src/edition.ts'
import { assemble } from '../src/house/assemble.ts'
import { housePages } from '../src/house/front.ts'
import { main } from '../src/main.ts'
import { another } from './support/another.ts'
import { makeSite, writeDist } from './support/folder.ts'
import { garden } from './support/garden.ts'

let folder: string
let out: string
let dists: string[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-house-'))
  out = await makeSite(folder, [garden(), another()])
  dists = ['garden', 'gazette'].map((name) => join(folder, name, 'dist'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const said: string[] = []
const run = (args: readonly string[]): Promise<number> =>
  main(args, { out: () => undefined, err: (line) => said.push(line) })

describe('a site that is put together again', () => {
  it('copies nothing and writes nothing where nothing has changed', async () => {
    const before = statSync(join(out, 'index.html')).mtimeMs
    expect(await assemble(dists, out)).toEqual({ editions: 2, copied: 0 })
    expect(statSync(join(out, 'index.html')).mtimeMs).toBe(before)
  })

  it('copies the edition that has changed, and no other', async () => {
    const [, gazette = ''] = dists
    const one = another()
    await writeDist(gazette, {
      ...one,
      edition: { ...one.edition, meta: { ...one.edition.meta, title: 'Another' } },
    })
    expect(await run(['edition', gazette, '--out', join(gazette, 'site')])).toBe(0)
    expect(await assemble(dists, out)).toEqual({ editions: 2, copied: 1 })
  })

  it('loses what is no edition any more, and keeps what is none of its own', async () => {
    expect(await assemble(dists.slice(0, 1), out)).toEqual({ editions: 1, copied: 0 })
    expect(existsSync(join(out, 'gazette'))).toBe(false)
    expect(await readdir(out)).toContain('garden')
  })
})

describe('a part of the site', () => {
  it('is made without a book that is missing, which is said', async () => {
    const [garden = ''] = dists
    const args = ['edition', garden, '--out', join(folder, 'part'), '--with', 'garden.epub']
    expect(await run(args)).toBe(0)
    expect(await run([...args, '--with', 'garden.docx'])).toBe(3)
    expect(said.join('\n')).toContain('garden.docx')
  })

  it('is refused where there is no tree, and nothing is written', async () => {
    const to = join(folder, 'none')
    expect(await run(['edition', folder, '--out', to])).toBe(2)
    expect(existsSync(to)).toBe(false)
  })
})

describe('the front of a large house', () => {
  it('has every edition once, on pages that stay small', () => {
    const cards = Array.from(
      { length: 1000 },
      (_, i): Card => ({
        id: `e${i}`,
        title: '某书汇校',
        description: '一段说明，略述此书所收。'.repeat(9),
        date: `20${10 + (i % 9)}-01-02`,
        language: 'zh-Hans',
        works: 3,
        witnesses: 2,
        formats: [{ format: 'epub', path: `e${i}.epub` }],
        files: [],
        digest: '',
      }),
    )
    const pages = housePages(cards, 'zh-Hans', '书目')
    const links = JSON.stringify(pages).match(/"site:e\d+\/index\.html"/gu) ?? []
    expect(new Set(links).size).toBe(1000)
    expect(links.length).toBe(1000)
    expect(pages.every((page) => page.main.length > 1)).toBe(true)
  })
})
