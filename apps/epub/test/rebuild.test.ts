import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { container } from '../src/container.ts'
import { dateOf } from '../src/identity.ts'
import { render } from './support/render.ts'
import { sample, samplePages } from './support/sample.ts'
import { readZip } from './support/zip.ts'

const EPUB = new URL('../dist/index.js', import.meta.url).href

/** Renders in a process of its own, with another clock, zone and locale. */
function renderElsewhere(edition: string, out: string, env: Record<string, string>): Uint8Array {
  const program = `
    import { readFileSync, writeFileSync } from 'node:fs'
    import { renderEpub } from ${JSON.stringify(EPUB)}
    const edition = JSON.parse(readFileSync(${JSON.stringify(edition)}, 'utf8'))
    const pages = ${JSON.stringify(samplePages())}
    writeFileSync(${JSON.stringify(out)}, await renderEpub(edition, { pages }))`
  execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, ...env },
  })
  return readFileSync(out)
}

test('books are equal to the byte in any time zone and locale, and at any hour', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huijiao-rebuild-'))
  try {
    const edition = join(folder, 'edition.json')
    writeFileSync(edition, JSON.stringify(sample()))
    const here = await render(sample())
    const again = await render(sample())
    expect(Buffer.compare(here, again)).toBe(0)
    for (const env of [
      { TZ: 'Pacific/Kiritimati', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
      { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' },
    ]) {
      const there = renderElsewhere(edition, join(folder, 'book.epub'), env)
      expect(Buffer.compare(here, there)).toBe(0)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a book with the date of the machine differs, and no other part of it', async () => {
  const book = await render(sample())
  const { meta } = sample()
  const entries = readZip(book).map(({ name, method, bytes }) => ({
    name,
    bytes,
    stored: method === 0,
  }))
  expect(Buffer.compare(book, container(entries, dateOf(meta)))).toBe(0)
  expect(Buffer.compare(book, container(entries, new Date()))).not.toBe(0)
})

test('a book of another text differs', async () => {
  const one = sample()
  const other = { ...one, meta: { ...one.meta, title: '古文再选' } }
  expect(Buffer.compare(await render(one), await render(other))).not.toBe(0)
})
