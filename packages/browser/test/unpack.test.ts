import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { unpackBundled } from '../src/bundled.ts'
import { cacheFolder } from '../src/cache.ts'
import { keptFolder } from '../src/kept.ts'
import { unpackTar } from '../src/unpack.ts'

const folder = mkdtempSync(join(tmpdir(), 'huijiao-unpack-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A tar of one regular file. */
function tar(name: string, body: string): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write('0000644\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\0', 257)
  header.write('00', 263)
  let sum = 0
  for (const byte of header) sum += byte
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  const content = Buffer.alloc(Math.ceil(body.length / 512) * 512)
  content.write(body)
  return Buffer.concat([header, content, Buffer.alloc(1024)])
}

describe('the cache', () => {
  it('is passed over where it cannot be made, and one that was named is an error', () => {
    const env = { HOME: '/proc/nowhere', XDG_CACHE_HOME: '/dev/null/cache' }
    expect(cacheFolder(env)).toMatch(/^\/tmp|huijiao-/)
    expect(() => cacheFolder({ HUIJIAO_CACHE_DIR: '/proc/nowhere/cache' })).toThrow(
      /no folder to unpack the browser to: .*Hint: set HUIJIAO_CACHE_DIR/,
    )
  })
})

describe('unpacking', () => {
  it('leaves nothing behind when filling fails', async () => {
    const place = join(folder, 'broken')
    await expect(keptFolder(place, () => Promise.reject(new Error('full')))).rejects.toThrow('full')
    expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual([])
  })

  it('keeps the folder of the faster of two processes', async () => {
    const place = join(folder, 'twice')
    const fill = (text: string) => (draft: string) => writeFile(join(draft, 'a'), text)
    await keptFolder(place, fill('first'))
    await keptFolder(place, fill('second and longer'))
    expect(statSync(join(place, 'a')).size).toBe('first'.length)
    expect(readdirSync(folder).filter((name) => name.startsWith('twice'))).toEqual(['twice'])
  })

  it.each([
    ['missing', (path: string) => rmSync(path)],
    ['empty', (path: string) => truncateSync(path, 0)],
    ['cut short', (path: string) => truncateSync(path, 3)],
  ])('makes a folder anew of which a file is %s', async (name, damage) => {
    const place = join(folder, name)
    const fill = (draft: string) => writeFile(join(draft, 'a'), 'whole')
    await keptFolder(place, fill)
    damage(join(place, 'a'))
    await keptFolder(place, fill)
    expect(readFileSync(join(place, 'a'), 'utf8')).toBe('whole')
    expect(readdirSync(folder).filter((n) => n.startsWith(name))).toEqual([name])
  })

  it('takes away what a killed program was filling, and leaves what another fills', async () => {
    const place = join(folder, 'killed')
    const dead = `${place}.draft-${hostname()}-${2 ** 22 + 1}-aa`
    const alive = `${place}.draft-${hostname()}-${process.pid}-bb`
    const elsewhere = `${place}.draft-other.host-1-cc`
    const fill = (draft: string) => writeFile(join(draft, 'a'), 'whole')
    await keptFolder(place, fill)
    for (const draft of [dead, alive, elsewhere]) mkdirSync(draft)
    await keptFolder(place, fill)
    expect([dead, alive, elsewhere].map((draft) => existsSync(draft))).toEqual([false, true, true])
  })

  it('leaves nothing behind where a signal ends the program while it fills', async () => {
    const place = join(folder, 'signalled')
    const kept = JSON.stringify(new URL('../dist/kept.js', import.meta.url).href)
    const fill = `() => (console.log('begun'), new Promise(() => setInterval(() => {}, 1000)))`
    const script = `(await import(${kept})).keptFolder(${JSON.stringify(place)}, ${fill})`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script])
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
    expect(readdirSync(folder).filter((name) => name.startsWith('signalled'))).toEqual([])
  })

  it('refuses an archive entry that leaves the folder', async () => {
    const path = join(folder, 'evil.tar.br')
    await writeFile(path, brotliCompressSync(tar('../evil', 'x')))
    await expect(unpackTar(path, join(folder, 'in'))).rejects.toThrow('..')
    await writeFile(path, brotliCompressSync(tar('lib/good', 'x')))
    await unpackTar(path, join(folder, 'in'))
    expect(statSync(join(folder, 'in', 'lib', 'good')).size).toBe(1)
    expect(existsSync(join(folder, 'evil'))).toBe(false)
  })

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'gives two callers at once the same complete browser',
    async () => {
      const env = { HUIJIAO_CACHE_DIR: join(folder, 'cache') }
      const [one, two] = await Promise.all([unpackBundled(env), unpackBundled(env)])
      expect(one).toEqual(two)
      expect(readdirSync(join(folder, 'cache'))).toHaveLength(1)
      expect(statSync(one.executablePath).mode & 0o111).toBe(0o111)
      expect(readdirSync(one.libraries)).toContain('libnss3.so')
    },
  )
})
