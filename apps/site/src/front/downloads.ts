import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readRegular } from '@huijiao/files'

/** A file that readers may take away. */
export interface Download {
  /** Below the edition's `dist/`, and below `files/` on the site. */
  readonly path: string
  /** By the end of its name, `tei.xml`. */
  readonly format: string
  readonly bytes: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

/** Books first, then what scholars and programs take; what is none of these comes after them by its name. */
const ORDER = ['epub', 'pdf', 'tei.xml', 'docx', 'txt', 'md', 'json', 'tsv']

/** What programs leave for each other, the site among them. */
const INTERNAL = /^(?:pages\.json|report\.json|site\/|sources\/|.*\.part$)/u

/** Most bytes of a file that is offered: GitHub's pages take no larger ones. */
const MOST = 100 * 2 ** 20

/**
 * What lies in `dist/` to be taken away, books first.
 *
 * @throws {FileError} where a file is too large for a host of plain files, or unreadable.
 */
export async function downloadsIn(dist: string): Promise<Download[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !INTERNAL.test(path))
  const found: Download[] = []
  for (const path of paths) {
    const bytes = await readRegular(join(dist, path), { most: MOST })
    found.push({
      path,
      format: formatOf(path),
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  }
  return found.toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1))
}

const formatOf = (path: string): string =>
  ORDER.find((format) => path.endsWith(`.${format}`)) ?? path.split('.').at(-1) ?? ''

const rank = ({ path, format }: Download): number => {
  const at = ORDER.indexOf(format)
  // The texts of single works follow the book as a whole.
  return (at < 0 ? ORDER.length : at) + (path.includes('/') ? 100 : 0)
}
