import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { unpackBundled } from '../src/bundled.ts'
import { placeFolder, unpackTar } from '../src/unpack.ts'

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

describe('unpacking', () => {
  it('leaves nothing behind when filling fails', async () => {
    const place = join(folder, 'broken')
    await expect(placeFolder(place, () => Promise.reject(new Error('full')))).rejects.toThrow(
      'full',
    )
    expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual([])
  })

  it('keeps the folder of the faster of two processes', async () => {
    const place = join(folder, 'twice')
    const fill = (text: string) => (draft: string) => writeFile(join(draft, 'a'), text)
    await placeFolder(place, fill('first'))
    await placeFolder(place, fill('second and longer'))
    expect(statSync(join(place, 'a')).size).toBe('first'.length)
    expect(readdirSync(folder).filter((name) => name.startsWith('twice'))).toEqual(['twice'])
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
