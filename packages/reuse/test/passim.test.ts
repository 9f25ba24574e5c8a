import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Group } from '../src/groups.ts'
import { passimGroups } from '../src/passim.ts'
import { passimFile } from '../src/sketch-files.ts'
import { read } from './archive.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-passim-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function collect(out: string): Promise<Group[]> {
  const groups: Group[] = []
  for await (const group of passimGroups(out)) groups.push(group)
  return groups
}

describe('passim', () => {
  it('gets a line for each file, a series of its own', async () => {
    const file = join(folder, 'a.txt')
    await writeFile(file, '春眠\n“不觉晓”𠮷')
    await passimFile([file], join(folder, 'passim.jsonl'), read)
    const [line = '', rest] = (await readFile(join(folder, 'passim.jsonl'), 'utf8')).split('\n')
    expect(JSON.parse(line)).toEqual({
      id: file,
      series: file,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
      text: '春眠\n“不觉晓”𠮷',
    })
    expect(rest).toBe('')
  })

  it('gives clusters, over all parts', async () => {
    const out = join(folder, 'out')
    await mkdir(join(out, 'out.json'), { recursive: true })
    const row = (cluster: number, id: string, begin: number) =>
      JSON.stringify({ uid: 1, cluster, size: 2, id, series: id, begin, end: begin + 90, text: '' })
    await writeFile(
      join(out, 'out.json/part-00000-x.json'),
      `${row(7, 'b', 5)}\n${row(3, 'c', 0)}\n`,
    )
    await writeFile(
      join(out, 'out.json/part-00001-x.json'),
      `${row(3, 'd', 9)}\n${row(7, 'a', 1)}\n`,
    )
    const members = (await collect(out)).map((g) => g.members.map((m) => [m.file, m.from, m.to]))
    expect(members).toEqual([
      [
        ['a', 1, 91],
        ['b', 5, 95],
      ],
      [
        ['c', 0, 90],
        ['d', 9, 99],
      ],
    ])
  })

  it.each(['{"id": "a"', '[]', '{"id": "a", "cluster": 1, "begin": 0}'])(
    'refuses the line %s, and names its place',
    async (line) => {
      const file = join(folder, 'bad.json')
      await writeFile(file, `\n${line}\n`)
      await expect(collect(file)).rejects.toThrow(`${file}:2:1: error passim-line`)
    },
  )

  it('says where nothing of it is', async () => {
    await expect(collect(join(folder, 'nowhere'))).rejects.toThrow(/no-clusters/u)
  })
})
