import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** An edition of the house: a folder under `sources/` that is a workspace package. */
export interface EditionFolder {
  readonly name: string
  readonly package: string
  readonly folder: string
}

/** What lies in an edition's `dist/`. */
export interface Made {
  readonly name: string
  readonly title: string
  readonly epub: { readonly path: string; readonly bytes: number } | null
  readonly pdf: { readonly path: string; readonly bytes: number; readonly pages: number } | null
}

/** The editions under `sources/`, by name. */
export async function editionsOf(root: string): Promise<EditionFolder[]> {
  const entries = await readdir(join(root, 'sources'), { withFileTypes: true })
  const found: EditionFolder[] = []
  for (const entry of entries) {
    if (!entry.isDirectory()) continue
    const folder = join(root, 'sources', entry.name)
    const manifest = await json(join(folder, 'package.json'))
    if (typeof manifest?.['name'] === 'string') {
      found.push({ name: entry.name, package: manifest['name'], folder })
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Folders under `sources/` that hold an `edition.yaml` and are no workspace packages: the build passes them by. */
export async function strangersIn(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'sources'), { withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    const folder = join(root, 'sources', entry.name)
    if (!entry.isDirectory() || (await size(join(folder, 'edition.yaml'))) === null) continue
    if ((await json(join(folder, 'package.json'))) === null) found.push(`sources/${entry.name}`)
  }
  return found.sort()
}

/** Looks up what was made of an edition, paths relative to the working folder. */
export async function madeOf({ name, folder }: EditionFolder): Promise<Made> {
  const dist = join(folder, 'dist')
  const tree = await json(join(dist, 'edition.json'))
  const meta = tree?.['meta'] as { title?: string } | undefined
  const pages = await json(join(dist, 'pages.json'))
  const epub = await size(join(dist, `${name}.epub`))
  const pdf = await size(join(dist, `${name}.pdf`))
  return {
    name,
    title: meta?.title ?? '',
    epub,
    pdf: pdf === null ? null : { ...pdf, pages: Number(pages?.['pages'] ?? 0) },
  }
}

async function json(path: string): Promise<Record<string, unknown> | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function size(path: string): Promise<{ path: string; bytes: number } | null> {
  try {
    return { path: relative(process.cwd(), path), bytes: (await stat(path)).size }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
