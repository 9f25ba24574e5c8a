import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CacheServer, cacheServer, type Entry } from './cache-server.ts'
import { TREE } from '../src/tasks.ts'
import { hashes, huijiao, type Run, writeEdition } from './house.ts'

/** Each task is kept and signed in the same way, the longest as the shortest. */
const FORMATS = ['txt', 'md']
const TASKS = [TREE.name, ...FORMATS].toSorted()

let folder: string
let server: CacheServer
let made: Readonly<Record<string, string>>
let good: ReadonlyMap<string, Entry>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-shared-'))
  server = await cacheServer()
  await build('first')
  made = await hashes(join(folder, 'first/letter/dist'))
  good = new Map(server.entries)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  server.entries.clear()
  for (const [hash, entry] of good) server.entries.set(hash, entry)
})

/** Builds the same edition on a host that has nothing yet but the shared cache. */
async function build(host: string, key = 'k'.repeat(32)): Promise<Run> {
  const book = join(folder, host, 'letter')
  await writeEdition(book, { formats: FORMATS })
  return huijiao(join(folder, host, 'store'), ['build', book, '--json'], {
    TURBO_API: server.url,
    TURBO_TOKEN: 'token',
    TURBO_TEAM: 'house',
    TURBO_REMOTE_CACHE_SIGNATURE_KEY: key,
  })
}

/** The tasks of the one edition that were found in a cache. */
function cachedIn(out: string): readonly string[] {
  const [outcome] = JSON.parse(out) as { readonly cached: readonly string[] }[]
  return outcome?.cached.toSorted() ?? []
}

describe('a shared cache', () => {
  it('lets a second host build nothing that the first has built', async () => {
    const { code, out } = await build('second')
    expect(code).toBe(0)
    expect(cachedIn(out)).toEqual(TASKS)
    expect(await hashes(join(folder, 'second/letter/dist'))).toEqual(made)
  })

  it('is not believed where an entry is cut short, unsigned, or of another task', async () => {
    const spoil: readonly ((entry: Entry, other: Entry) => Entry)[] = [
      ({ body, tag }) => ({ body: body.subarray(0, body.length / 2), tag }),
      ({ body }) => ({ body, tag: undefined }),
      (_, other) => other,
    ]
    const known = [...good]
    expect(known).toHaveLength(TASKS.length)
    for (const [index, [hash, entry]] of known.entries()) {
      const other = known[(index + 1) % known.length]?.[1]
      if (other !== undefined)
        server.entries.set(hash, spoil[index % spoil.length]?.(entry, other) ?? entry)
    }
    const { code, out } = await build('spoilt')
    expect(code).toBe(0)
    expect(cachedIn(out)).toEqual([])
    expect(await hashes(join(folder, 'spoilt/letter/dist'))).toEqual(made)
  })

  it('is not believed where it was signed with another key', async () => {
    const { code, out } = await build('stranger', 's'.repeat(32))
    expect(code).toBe(0)
    expect(cachedIn(out)).toEqual([])
  })
})

describe('the cache of a machine', () => {
  it('is not believed where its entries are cut short', async () => {
    await build('cut')
    const cache = join(folder, 'cut/store/cache')
    for (const name of await readdir(cache)) {
      if (name.endsWith('.zst')) await truncate(join(cache, name), 100)
    }
    await rm(join(folder, 'cut/letter/dist'), { recursive: true })
    server.entries.clear()
    const { code, out } = await build('cut')
    expect({ code, cached: cachedIn(out) }).toEqual({ code: 0, cached: [] })
    expect(await hashes(join(folder, 'cut/letter/dist'))).toEqual(made)
  })
})
