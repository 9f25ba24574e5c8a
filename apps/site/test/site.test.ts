import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Edition, leafBlocks, toText } from '@huijiao/ast'
import { launch, type Session } from '@huijiao/browser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { another } from './support/another.ts'
import { makeSite } from './support/folder.ts'
import { garden } from './support/garden.ts'
import { BASE, serveFolder } from './support/serve.ts'

let session: Session
let folder: string
let site: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-site-'))
  site = await makeSite(join(folder, 'one'), [garden(), another()])
  session = await launch()
})
afterAll(async () => {
  await session.close()
  await rm(folder, { recursive: true, force: true })
})

const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name).slice(place.length + 1))
    .sort()

describe('a site', () => {
  it('leads nowhere that is not there, from a folder of the host', async () => {
    const files = filesIn(site)
    const ids = new Map<string, Set<string>>()
    const links: { from: string; to: string }[] = []
    for (const path of files.filter((f) => f.endsWith('.html'))) {
      const { serve, missed } = serveFolder(site)
      const found = await session.withPage(
        `${BASE}${path}`,
        (page) =>
          page.evaluate(() => ({
            ids: [...document.querySelectorAll('[id]')].map((e) => e.id),
            links: [...document.querySelectorAll('[href], [src]')].map(
              (e) => e.getAttribute('href') ?? e.getAttribute('src') ?? '',
            ),
          })),
        { serve },
      )
      expect(missed, path).toEqual([])
      expect(new Set(found.ids).size, path).toBe(found.ids.length)
      ids.set(path, new Set(found.ids))
      const from = `${BASE}${path}`
      links.push(...found.links.map((to) => ({ from: path, to: new URL(to, from).href })))
    }
    const lost = links.filter(({ to }) => {
      const [path = '', id] = to.slice(BASE.length).split('#')
      if (!to.startsWith(BASE)) return !to.startsWith('https://creativecommons.org/')
      if (!files.includes(decodeURIComponent(path))) return true
      return id !== undefined && ids.get(path)?.has(id) !== true
    })
    expect(links.length).toBeGreaterThan(100)
    expect(lost).toEqual([])
  })

  it('has the text of the tree, block by block', async () => {
    const { edition } = garden()
    expect(await blocksOf(site, edition)).toEqual(
      edition.children.flatMap((work) =>
        [...leafBlocks(work)].map(({ id, node }) => [id, toText(node)]),
      ),
    )
  })

  it('is made of the same bytes again, from editions in any order', async () => {
    const other = await makeSite(join(folder, 'other'), [another(), garden()])
    expect(filesIn(other)).toEqual(filesIn(site))
    const differing = filesIn(site).filter(
      (file) => !readFileSync(join(other, file)).equals(readFileSync(join(site, file))),
    )
    expect(differing).toEqual([])
  })
})

/** The text of every block as a page shows it, without marks and links. */
async function blocksOf(out: string, edition: Edition): Promise<(readonly [string, string])[]> {
  const found: (readonly [string, string])[] = []
  for (const work of edition.children) {
    const ids = [...leafBlocks(work)].map((b) => b.id)
    const { serve } = serveFolder(out)
    const texts = await session.withPage(
      `${BASE}${edition.meta.id}/read/${work.id}.html`,
      (page) =>
        page.evaluate((wanted: string[]) => {
          return wanted.map((id) => {
            const copy = document.getElementById(id)?.cloneNode(true) as HTMLElement
            for (const e of copy.querySelectorAll('.permalink, .note-call, .dateline-space'))
              e.remove()
            return copy.textContent ?? ''
          })
        }, ids),
      { serve },
    )
    found.push(...ids.map((id, i) => [id, texts[i] ?? ''] as const))
  }
  return found
}
