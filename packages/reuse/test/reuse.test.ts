import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArchiveFile } from '@huijiao/noise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRows } from '../src/files.ts'
import { groupsIn, type Group, writeGroups } from '../src/groups.ts'
import { findReuse, sketchesIn } from '../src/reuse.ts'
import { sketchFiles } from '../src/sketch-files.ts'
import { common, read, writeArchive } from './archive.ts'

const SETTINGS = { memory: '1GB', threads: 2, parameters: { max_files: 20 } }

let folder: string
let archive: Map<string, ArchiveFile>
let sketches: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-reuse-'))
  sketches = join(folder, 'sketches')
  // Mastheads stand in some thirty files each.
  archive = await writeArchive(join(folder, 'files'), { articles: 150 }, 7)
  await sketchFiles([...archive.keys()], sketches, read)
  await findReuse(sketches, await sketchesIn(sketches), SETTINGS)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function collect(path: string): Promise<Group[]> {
  const groups: Group[] = []
  for await (const group of groupsIn(path)) groups.push(group)
  return groups
}

describe('reuse', () => {
  it('groups the printings of an article, and of no two', async () => {
    const groups = await collect(join(sketches, 'members.parquet'))
    const groupOf = new Map(groups.flatMap((g) => g.members.map((m) => [m.file, g.id] as const)))
    const files = [...archive]
    const wrong: string[] = []
    let [pairs, found] = [0, 0]
    for (const [i, [path, a]] of files.entries()) {
      for (const [other, b] of files.slice(i + 1)) {
        const together = groupOf.has(path) && groupOf.get(path) === groupOf.get(other)
        if (together && a.article !== b.article) wrong.push(`${path} and ${other}`)
        if (common(a, b) < 200) continue
        pairs += 1
        if (together) found += 1
      }
    }
    expect(wrong).toEqual([])
    expect(pairs).toBeGreaterThan(200)
    expect(found / pairs).toBeGreaterThanOrEqual(0.99)
  })

  it('names the stretch that is shared, in code points', async () => {
    for (const { members } of await collect(join(sketches, 'members.parquet'))) {
      for (const { file, from, to } of members) {
        const made = archive.get(file)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThan(from)
        // The end is where the last gram would end without punctuation in it.
        expect(to).toBeLessThanOrEqual((made?.text.length ?? 0) + 8)
        expect(Math.min(to, made?.place.end ?? 0) - from).toBeGreaterThan((to - from) / 2)
      }
    }
  })

  it('tells apart what many files share', async () => {
    const rows = await readRows(join(sketches, 'boilerplate.parquet'))
    expect(rows.length).toBeGreaterThan(300)
    for (const row of rows) expect(Number(row['files'])).toBeGreaterThan(20)
  })

  it('gives the same bytes again, from any batches', async () => {
    const other = join(folder, 'other')
    const files = [...archive.keys()]
    await sketchFiles(files.slice(200), other, read)
    await sketchFiles(files, other, read)
    expect((await readdir(other)).filter((n) => n.startsWith('files-'))).toHaveLength(2)
    await findReuse(other, await sketchesIn(other), { ...SETTINGS, threads: 1 })
    for (const [path, name] of [sketches, other].map((f) => [f, 'groups.jsonl'] as const)) {
      await writeGroups(join(path, name), groupsIn(join(path, 'members.parquet')), async () => {})
    }
    expect(await readFile(join(other, 'groups.jsonl'))).toEqual(
      await readFile(join(sketches, 'groups.jsonl')),
    )
    expect((await readdir(other)).filter((n) => n.startsWith('.') || n.endsWith('.part'))).toEqual(
      [],
    )
  })
})

describe('what is wrong', () => {
  /** A folder of sketches of its own. */
  async function fresh(name: string): Promise<{ out: string; files: string[] }> {
    const files = [...archive.keys()].slice(0, 20)
    const out = join(folder, name)
    await sketchFiles(files, out, read)
    return { out, files }
  }

  it.each(['grams', 'files'])('a %s file cut off is named, and made again', async (kind) => {
    const { out, files } = await fresh(`cut-${kind}`)
    const names = await readdir(out)
    const name = names.find((n) => n.startsWith(`${kind}-`)) ?? ''
    const before = await readFile(join(out, name))
    await truncate(join(out, name), Math.floor(before.length / 2))
    await expect(sketchesIn(out)).rejects.toThrow(new RegExp(`${name}.*damaged-sketch`, 'su'))
    for (const each of names) await rm(join(out, each))
    await sketchFiles(files, out, read)
    expect(await readFile(join(out, name))).toEqual(before)
  })

  it('one wrong byte in what no query would miss', async () => {
    const { out } = await fresh('byte')
    const name = (await readdir(out)).find((n) => n.startsWith('grams-')) ?? ''
    const bytes = await readFile(join(out, name))
    bytes[2000] = (bytes[2000] ?? 0) ^ 1
    await writeFile(join(out, name), bytes)
    await expect(sketchesIn(out)).rejects.toThrow(/damaged-sketch/u)
  })

  it('a file that has changed since it was sketched', async () => {
    const { out, files } = await fresh('changed')
    const [file = ''] = files
    const before = await readFile(file)
    const names = await readdir(out)
    await writeFile(file, '换了文字')
    await expect(sketchFiles(files, out, read)).rejects.toThrow(/changed-file.*sha-256/su)
    expect(await readdir(out)).toEqual(names)
    await writeFile(file, before)
    expect(await sketchFiles(files, out, read)).toMatchObject({ made: 0, known: 20 })
  })

  it('a run that was killed leaves nothing that the next one trips over', async () => {
    const { out, files } = await fresh('killed')
    const names = (await readdir(out)).toSorted()
    const listing = names.find((n) => n.startsWith('files-')) ?? ''
    await rm(join(out, listing))
    await writeFile(join(out, `${listing}.part`), 'half')
    expect(await sketchFiles(files, out, read)).toMatchObject({ made: 20, known: 0 })
    expect((await readdir(out)).filter((n) => !n.endsWith('.part')).toSorted()).toEqual(names)
    expect((await sketchesIn(out)).count).toBe(20)
  })

  it('a file that two sketches hold', async () => {
    const { out, files } = await fresh('twice')
    const apart = join(folder, 'apart')
    await sketchFiles(files.slice(0, 1), apart, read)
    for (const name of await readdir(apart)) {
      await writeFile(join(out, name), await readFile(join(apart, name)))
    }
    await expect(sketchesIn(out)).rejects.toThrow(/sketched-twice/u)
  })

  it('a folder without sketches', async () => {
    await expect(sketchesIn(folder)).rejects.toThrow(/no-sketches.*huijiao sketch/su)
  })
})
