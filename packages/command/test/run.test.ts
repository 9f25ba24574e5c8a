import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { edition, heading, paragraph, title, work } from '@huijiao/ast'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Renderer, runRenderer } from '../src/index.ts'

const renderer: Renderer<'out'> = {
  name: 'titles',
  description: 'writes the title of an edition',
  options: [['--out <file>', 'where it goes']],
  required: ['out'],
  render: ({ meta }, { out = '' }) => [{ path: out, content: meta.title }],
}

let folder: string
let tree: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-command-'))
  tree = join(folder, 'tree.json')
  const meta = { id: 'e', title: '小书', language: 'zh-Hans-CN', date: '2026-01-01' }
  const rest = { contributors: [], witnesses: [], note: [], generator: 'test 1' }
  const layout = { trim: 'a5', layout: 'horizontal' } as const
  const whole = edition(
    { ...meta, ...rest, ...layout },
    work('w', [heading(1, title('小书')), paragraph('甲')]),
  )
  await writeFile(tree, JSON.stringify(whole))
  await writeFile(join(folder, 'other.json'), '{"type":"edition"}')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const lines = { out: [] as string[], err: [] as string[] }
  const code = await runRenderer(renderer, args, {
    out: (line) => lines.out.push(line),
    err: (line) => lines.err.push(line),
  })
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') }
}

describe('the command of a renderer', () => {
  it('writes what was made, into folders that it makes, and says where', async () => {
    const path = join(folder, 'new/title.txt')
    const { code, out } = await run(tree, '--out', path)
    expect({ code, out }).toEqual({ code: 0, out: `${path}  0 kB` })
    expect(await readFile(path, 'utf8')).toBe('小书')
  })

  it.each([
    [
      'no tree',
      ['other.json', '--out', 'x'],
      'error tree: This is not the tree of an edition (got edition.meta',
    ],
    ['no file', ['nowhere.json', '--out', 'x'], 'nowhere.json'],
    ['no option', ['tree.json'], "required option '--out'"],
    ['a strange option', ['tree.json', '--out', 'x', '--far'], "unknown option '--far'"],
  ])('ends with 2 for %s', async (_, [file = '', ...rest], said) => {
    const { code, err } = await run(join(folder, file), ...rest)
    expect(code).toBe(2)
    expect(err).toContain(said)
  })

  it('ends with 1 where a file cannot be written', async () => {
    const { code } = await run(tree, '--out', join(tree, 'below-a-file'))
    expect(code).toBe(1)
  })
})
