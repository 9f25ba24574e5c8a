import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BrowserNotFoundError } from '../src/errors.ts'
import { type Host, resolveBrowser } from '../src/resolve.ts'

const nowhere = mkdtempSync(join(tmpdir(), 'huijiao-resolve-'))
afterAll(() => {
  rmSync(nowhere, { recursive: true, force: true })
})

function program(name: string): string {
  const path = join(nowhere, name)
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  return path
}

const bare: Host = {
  platform: 'linux',
  arch: 'x64',
  bundled: () => Promise.reject(new Error('package absent')),
  downloaded: () => Promise.reject(new Error('not downloaded')),
}
const unpacked = { executablePath: '/cache/chromium', libraries: '/cache/lib', version: '143.0.4' }

describe('resolveBrowser', () => {
  it('takes the browser that the environment names before all others', async () => {
    const path = program('named')
    const host = { ...bare, bundled: () => Promise.resolve(unpacked) }
    for (const variable of ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH']) {
      const found = await resolveBrowser({ [variable]: path }, host)
      expect(found).toMatchObject({ executablePath: path, source: 'environment' })
    }
  })

  it('does not pass over a named browser that is no program', async () => {
    const host = { ...bare, bundled: () => Promise.resolve(unpacked) }
    const wrong = resolveBrowser({ CHROME_PATH: join(nowhere, 'absent') }, host)
    await expect(wrong).rejects.toThrow(/CHROME_PATH=.*absent/)
  })

  it('takes the bundled browser on linux-x64, with its libraries before those of the caller', async () => {
    const host = { ...bare, bundled: () => Promise.resolve(unpacked) }
    const found = await resolveBrowser({ LD_LIBRARY_PATH: '/opt/lib' }, host)
    expect(found).toEqual({
      executablePath: '/cache/chromium',
      env: { LD_LIBRARY_PATH: '/cache/lib:/opt/lib' },
      source: 'bundled',
      version: '143.0.4',
      warnings: [],
    })
  })

  it('takes the pinned download where the bundled browser does not run', async () => {
    const path = program('downloaded')
    const host: Host = {
      ...bare,
      platform: 'darwin',
      arch: 'arm64',
      bundled: () => Promise.resolve(unpacked),
      downloaded: () => Promise.resolve(path),
    }
    expect(await resolveBrowser({}, host)).toMatchObject({
      executablePath: path,
      source: 'downloaded',
    })
  })

  it('takes a browser of the system last, and warns', async () => {
    const path = program('google-chrome')
    const found = await resolveBrowser({ PATH: `/nonexistent:${nowhere}` }, bare)
    expect(found).toMatchObject({ executablePath: path, source: 'system' })
    expect(found.warnings.join()).toMatch(/break elsewhere/)
  })

  it('names what was tried and how to mend it when there is none', async () => {
    const error = await resolveBrowser({ PATH: '/nonexistent' }, bare).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(BrowserNotFoundError)
    const { message } = error as BrowserNotFoundError
    for (const part of [
      'CHROME_PATH',
      'package absent',
      'not downloaded',
      'of the system: none',
      'apt-get install chromium',
      'npx puppeteer browsers install chrome-headless-shell',
    ]) {
      expect(message).toContain(part)
    }
  })
})
