import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from './cache.ts'
import type { Env } from './env.ts'
import { forgetFolder, keptFolder } from './kept.ts'
import { unpackFile, unpackTar } from './unpack.ts'

/** A browser that is unpacked and ready to start. */
export interface Unpacked {
  readonly executablePath: string
  /** Folder of the shared libraries it needs on a bare machine. */
  readonly libraries: string
  /** Version of the package that carries it; its major number is Chromium's. */
  readonly version: string
}

/**
 * The Chromium that comes with the package `@sparticuz/chromium` (linux-x64 only), decompressed into a
 * versioned folder of the cache. The package's own `args` and `executablePath()` are not used: they switch
 * web security off, and trust any file of the right name in the temporary directory.
 *
 * @throws {Error} when the package is absent or the cache cannot be written.
 */
export async function unpackBundled(env: Env): Promise<Unpacked> {
  const { browser, libraries, version, folder } = placeOf(env)
  await keptFolder(folder, async (draft) => {
    await Promise.all([
      unpackFile(browser, join(draft, 'chromium'), 0o755),
      unpackTar(libraries, join(draft, 'al2023')),
    ])
  })
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    version,
  }
}

/** Takes the unpacked browser away: one that does not start may be damaged in ways that no size tells. */
export const forgetBundled = (env: Env): Promise<void> => forgetFolder(placeOf(env).folder)

/** Where the browser is packed, and where it is unpacked to. */
function placeOf(env: Env) {
  const root = packageRoot()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const browser = join(root, 'bin', 'chromium.br')
  const libraries = join(root, 'bin', 'al2023.tar.br')
  const stamp = `${statSync(browser).size}-${statSync(libraries).size}`
  const folder = join(cacheFolder(env), `chromium-${version}-${stamp}`)
  return { browser, libraries, version, folder }
}

function packageRoot(): string {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  let folder = dirname(entry)
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`no bin/chromium.br above ${entry}`)
    folder = parent
  }
  return folder
}
