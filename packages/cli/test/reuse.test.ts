import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ARCHIVE, makeArchive } from '@huijiao/noise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const BIN = fileURLToPath(new URL('../bin/huijiao.js', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-reuse-'))
  await mkdir(join(folder, 'files/more'), { recursive: true })
  const options = { ...ARCHIVE, articles: 12, reprinted: 1, printings: 3, excerpts: 0 }
  for (const { file, text } of makeArchive(options, 3)) {
    // Without its masthead, which in so few files is no boilerplate.
    const body = text.slice(text.indexOf('\n') + 1)
    await writeFile(join(folder, 'files', file.startsWith('a1-') ? `more/${file}` : file), body)
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the command in the folder of the test. */
function huijiao(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [BIN, ...args],
      { cwd: folder, encoding: 'utf8' },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      },
    )
  })
}

describe('huijiao sketch, reuse, discover, parse', () => {
  it('lead from a folder of files to editions', async () => {
    for (const share of ['0/2', '1/2']) {
      expect((await huijiao('sketch', 'files', '--out', 'sketches', '--shard', share)).code).toBe(0)
    }
    await writeFile(join(folder, 'files/page.jpg'), 'a picture')
    const again = await huijiao('sketch', 'files', '--out', 'sketches')
    expect(again.out).toMatch(/^0 files sketched/u)
    expect(again.err).toContain('files/page.jpg: warning file-left-out')
    const found = await huijiao('reuse', 'sketches', '--proposals', 'editions', '--memory', '500MB')
    expect(found).toMatchObject({ code: 0, out: expect.stringMatching(/^12 groups of \d+ files/u) })
    const [first = ''] = await readdir(join(folder, 'editions'))
    const edition = join('editions', first)
    expect((await huijiao('discover', edition, '--write')).code).toBe(0)
    const parsed = await huijiao('parse', edition, '--out', 'dist')
    expect(parsed).toMatchObject({ code: 0, out: expect.stringContaining('1 work,') })
    const { members } = JSON.parse(
      await readFile(join(folder, edition, 'proposal.json'), 'utf8'),
    ) as { members: { file: string }[] }
    expect(await readdir(join(folder, edition, 'witnesses'))).toHaveLength(members.length)
  })

  it('cuts nothing out of a file that has changed', async () => {
    const [, other = ''] = await readdir(join(folder, 'editions'))
    const proposal = join(folder, 'editions', other, 'proposal.json')
    const { members } = JSON.parse(await readFile(proposal, 'utf8')) as {
      members: { file: string }[]
    }
    await writeFile(join(folder, members[0]?.file ?? ''), '换了文字')
    const run = await huijiao('discover', join('editions', other), '--write')
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('error changed-file') })
    expect(await readdir(join(folder, 'editions', other))).toEqual(['proposal.json'])
  })

  it('writes what passim reads', async () => {
    const run = await huijiao('sketch', 'files/more', '--out', 'for-passim', '--passim')
    expect(run.code).toBe(0)
    const lines = (await readFile(join(folder, 'for-passim/passim.jsonl'), 'utf8'))
      .trim()
      .split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toContain(
      'files/more/a1-0.txt',
    )
  })

  it.each([
    [['sketch', 'nowhere', '--out', 'x'], 'error no-file'],
    [['sketch', 'files'], 'the option --out <dir> is needed'],
    [['reuse', 'files'], 'error no-sketches'],
    [['reuse', 'sketches', '--memory', 'much'], 'expected a size'],
    [['reuse', 'nowhere'], 'error no-sketches'],
  ])('%j is refused with code 2', async (args, said) => {
    expect(await huijiao(...args)).toMatchObject({ code: 2, err: expect.stringContaining(said) })
  })
})
