import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configuration, fontconfig } from '../src/fontconfig.ts'

test('lists its own folder with the whole faces and nothing of the system', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huijiao-fonts-'))
  try {
    const path = await fontconfig(folder)
    const text = await readFile(path, 'utf8')
    expect(text.match(/<dir>/g)).toHaveLength(1)
    expect(text).toContain(`<dir>${join(folder, 'fonts')}</dir>`)
    expect(text).not.toContain('<include')
    expect((await readdir(join(folder, 'fonts'))).sort()).toEqual([
      'hei-400.ttf',
      'hei-700.ttf',
      'kai-400.ttf',
      'kai-700.ttf',
      'song-400.ttf',
      'song-700.ttf',
    ])
    const kai = await readFile(join(folder, 'fonts/kai-400.ttf'))
    expect(kai.readUInt32BE(0)).toBe(0x00010000)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('lists given fonts only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huijiao-fonts-'))
  try {
    await fontconfig(folder, [{ name: 'a.ttf', bytes: Uint8Array.of(1) }])
    expect(await readdir(join(folder, 'fonts'))).toEqual(['a.ttf'])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a folder with markup characters in its name stays a folder', () => {
  expect(configuration('/a&<b>', '/c')).toContain('<dir>/a&amp;&lt;b&gt;</dir>')
})
