import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LETTER, letterEdition } from '@huijiao/noise'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const BIN = fileURLToPath(new URL('../bin/huijiao.js', import.meta.url))
const A = LETTER
const B = A.replace('客来', '友来').replace('廊下', '檐下').replace('晨起', '早起')

let folder: string
const rulings = (): Promise<string> => readFile(join(folder, 'rulings.yaml'), 'utf8')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-review-'))
  await mkdir(join(folder, 'witnesses'))
  for (const [path, text] of letterEdition(A, B)) await writeFile(join(folder, path), text)
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(() => rm(join(folder, 'rulings.yaml'), { force: true }))

/** Starts the walk, types the lines, and ends the input or sends a signal when all is answered. */
function review(lines: readonly string[], signal?: NodeJS.Signals) {
  return new Promise<{ code: number | null; out: string }>((resolve) => {
    const child = spawn(process.execPath, [
      BIN,
      'review',
      folder,
      '--by',
      '编者',
      '--date',
      '2024-02-03',
    ])
    let out = ''
    let next = 0
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      // One answer for each prompt, as a person would.
      for (const _ of text.matchAll(/> $/gmu)) {
        const line = lines[next]
        next += 1
        if (line !== undefined) child.stdin.write(`${line}\n`)
        else if (signal === undefined) child.stdin.end()
        else child.kill(signal)
      }
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.on('close', (code) => resolve({ code, out }))
  })
}

describe('huijiao review', () => {
  it('shows context, readings by witness and evidence, and writes what is chosen', async () => {
    const { code, out } = await review(['2', '4', '文义', '友人日记', 'q'])
    expect(code).toBe(0)
    expect(out).toMatch(/1\/2 {2}letter-\w+《与友人书》/u)
    expect(out).toMatch(/1 {2}. {2}[甲乙]\n {2}2 {2}. {2}[甲乙]/u)
    const text = await rulings()
    expect(text).toContain('method: 理校')
    expect(text).toContain('reason: 文义')
    expect(text).toContain('citation: 友人日记')
    expect(text).toContain('by: 编者')
    expect(text).toContain('date: 2024-02-03')
    // The ruling is heard: what is settled is not asked again.
    expect((await review(['q'])).out).toContain('1/1')
  })

  it('takes a reading that no witness has', async () => {
    await review(['t', '故人', '', '臆改', '', 'q'])
    expect(await rulings()).toContain('reading: 故人')
  })

  it('skips, goes back, and rules anew on what it ruled on', async () => {
    const typed = ['s', 'b', '1', '', '甲', '', 'b', '2', '', '乙', '', 'q']
    const { out } = await review(typed)
    expect(out).toContain('已定')
    const text = await rulings()
    expect(text.match(/^- work/gmu)).toHaveLength(1)
    expect(text).toContain('reason: 乙')
  })

  it('asks again where it does not understand, and where there is no reason', async () => {
    const { out } = await review(['9', '1', '', '', '有据', '', 'q'])
    expect(out).toContain('不识“9”')
    expect(out).toContain('理由不可缺')
    expect(await rulings()).toContain('reason: 有据')
  })

  it('loses nothing that was ruled when the input ends in the middle of a ruling', async () => {
    const { code } = await review(['1', '', '先', '', '2', '1'])
    expect(code).toBe(0)
    const text = await rulings()
    expect(text.match(/^- work/gmu)).toHaveLength(1)
    expect(text).toContain('reason: 先')
  })

  it('loses nothing that was ruled when it is interrupted', async () => {
    await review(['1', '', '先', '', '2'], 'SIGINT')
    expect((await rulings()).match(/^- work/gmu)).toHaveLength(1)
  })

  it('writes nothing where nothing is ruled', async () => {
    await review(['s', 's', 's'])
    await expect(rulings()).rejects.toThrow('ENOENT')
  })

  it('keeps comments, formatting and line ends of the file', async () => {
    const before =
      '# 编者裁定\r\n\r\n-   work: letter   # 首条\r\n    locus: "晨{早}起"\r\n    reading: ""\r\n    method: 理校\r\n    reason: "试"\r\n    by: 编者\r\n    date: 2024-01-01\r\n'
    await writeFile(join(folder, 'rulings.yaml'), before.replace('晨{早}起', '{晨}起扫之'))
    await review(['1', '', '新', '', 'q'])
    const text = await rulings()
    expect(text.startsWith(before.replace('晨{早}起', '{晨}起扫之'))).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(text).toContain('reason: 新')
  })

  it('fills a file that is empty, or has comments alone', async () => {
    await writeFile(join(folder, 'rulings.yaml'), '# 尚无\n')
    await review(['1', '', '首', '', 'q'])
    expect(await rulings()).toMatch(/^# 尚无\n- work: letter\n/u)
  })
})
