import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What lies in a package of this house and its program does not read when it runs. */
const IDLE = new Set([
  'node_modules',
  'src',
  'test',
  'artefacts',
  '.turbo',
  'tsconfig.json',
  'vitest.config.ts',
])

/** Files that say of the program what it does not need when it runs: types, source maps, notes of the compiler. */
const IDLE_FILE = /\.(?:map|d\.ts|tsbuildinfo|md)$/u

/** A package as the hash of a program needs it: a line that says which it is, and what it depends on. */
interface Package {
  readonly line: string
  /** Folders. */
  readonly needs: readonly string[]
}

/** Packages by folder, for programs that have some of them in common: each is read once. */
export type Packages = Map<string, Package>

/**
 * A hash of all code that a program runs: the files of its package and of the packages of this house that it
 * imports, name and version of every other package, and the version of Node and kind of machine.
 *
 * What has this hash makes the same files of the same sources, so it takes the place of a dependency on the
 * code's packages in the inputs of a task.
 *
 * @param folder of the package that holds the program, compiled.
 * @param packages those that were read for other programs; what is read is added.
 * @throws {Error} where it is not compiled or a dependency is not installed.
 */
export async function codeHash(folder: string, packages: Packages = new Map()): Promise<string> {
  // A set gives what is added while it is walked, too.
  const needed = new Set([await realpath(folder)])
  const lines: string[] = []
  for (const place of needed) {
    const known = packages.get(place) ?? (await readPackage(place))
    packages.set(place, known)
    lines.push(known.line)
    for (const need of known.needs) needed.add(need)
  }
  lines.sort()
  const host = `node ${process.version} ${process.platform} ${process.arch}`
  return createHash('sha256')
    .update([host, ...lines].join('\n'))
    .digest('hex')
}

async function readPackage(folder: string): Promise<Package> {
  const text = await readFile(join(folder, 'package.json'), 'utf8')
  const manifest = JSON.parse(text) as Manifest
  const { name = folder, version = '', dependencies = {}, optionalDependencies = {} } = manifest
  const isOwn = !folder.split(/[\\/]/u).includes('node_modules')
  const needs: string[] = []
  for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const place = await placeOf(dependency, folder)
    if (place !== null) needs.push(place)
    else if (isOwn) throw new Error(`${dependency}, which ${name} needs, is not installed`)
  }
  return { line: `${name} ${isOwn ? await contentHash(folder) : version}`, needs }
}

interface Manifest {
  readonly name?: string
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** Where a package finds another, as Node looks for it; null where it is not installed. */
export async function placeOf(name: string, from: string): Promise<string | null> {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if ((await stat(join(place, 'package.json')).catch(() => null)) !== null) {
      return await realpath(place)
    }
    if (folder === dirname(folder)) return null
  }
}

/** A hash of the files of a package that its program reads when it runs. */
async function contentHash(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = files
    .filter((entry) => entry.isFile() && !IDLE_FILE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !IDLE.has(path.split('/', 1)[0] ?? ''))
    .sort()
  if (!paths.some((path) => path.startsWith('dist/'))) {
    throw new Error(`${folder} is not compiled\n  hint: pnpm compile`)
  }
  const hash = createHash('sha256')
  for (const path of paths) {
    const bytes = await readFile(join(folder, path))
    hash.update(`${path}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}
