import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const BIN = fileURLToPath(new URL('../bin/huijiao.js', import.meta.url))

let folder: string
let child: ChildProcess
let address: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-preview-'))
  await writeFile(join(folder, 'index.html'), 'front')
  await writeFile(join(folder, '页.html'), 'page')
  const started = spawn(process.execPath, [BIN, 'preview', folder])
  child = started
  const [line] = (await once(createInterface({ input: started.stdout }), 'line')) as [string]
  address = line
})
afterAll(async () => {
  child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

function ask(path: string, host?: string): Promise<{ code: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host }
    request(`${address}${path}`, { headers }, (response) => {
      let body = ''
      response.on('data', (part: Buffer) => (body += part.toString('utf8')))
      response.on('end', () => resolve({ code: response.statusCode, body }))
    })
      .on('error', reject)
      .end()
  })
}

it('serves the files of the folder on this machine', async () => {
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u)
  expect(await ask('')).toEqual({ code: 200, body: 'front' })
  expect(await ask(encodeURIComponent('页.html'))).toEqual({ code: 200, body: 'page' })
  expect((await ask('%2e%2e/%2e%2e/etc/passwd')).code).toBe(404)
})

it('does not answer to a name that others have given it', async () => {
  expect((await ask('', 'example.org')).code).toBe(421)
})

it('ends when it is interrupted', async () => {
  child.kill('SIGINT')
  const [code] = (await once(child, 'exit')) as [number | null]
  expect(code).toBe(0)
})

it('says where there is no site', async () => {
  const missing = spawn(process.execPath, [BIN, 'preview', join(folder, 'none')])
  let said = ''
  missing.stderr.on('data', (part: Buffer) => (said += part.toString('utf8')))
  const [code] = (await once(missing, 'close')) as [number | null]
  expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining('huijiao build') })
})

it('serves the part of one edition by itself, and takes away what it put together', async () => {
  const book = join(folder, 'poems')
  const card = { id: 'poems', title: '山居', date: '2024-01-01', language: 'zh-Hans' }
  const rest = { works: 1, witnesses: 1, formats: [], files: [], digest: 'a' }
  await mkdir(join(book, 'dist/site/search'), { recursive: true })
  await writeFile(join(book, 'edition.yaml'), 'title: 山居\n')
  await writeFile(join(book, 'dist/site/index.html'), '空山新雨')
  await writeFile(join(book, 'dist/site/card.json'), JSON.stringify({ ...card, ...rest }))
  await writeFile(join(book, 'dist/site/search/grams.json'), '[]')
  const temporary = join(folder, 'temporary')
  await mkdir(temporary)
  const env = { ...process.env, TMPDIR: temporary }
  const serving = spawn(process.execPath, [BIN, 'preview', book], { env })
  const [line] = (await once(createInterface({ input: serving.stdout }), 'line')) as [string]
  address = line
  expect((await ask('')).body).toContain('山居')
  expect((await ask('poems/index.html')).body).toBe('空山新雨')
  serving.kill('SIGINT')
  await once(serving, 'exit')
  expect(await readdir(temporary)).toEqual([])
})
