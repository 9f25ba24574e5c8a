import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faces, locate, PACKAGES } from './catalogue.ts'

/*
 * Run as this package is packed: collects the files of the faces into `faces/`. The packages that they come from carry
 * every weight and slant, three times as much as a book can use.
 */
const target = fileURLToPath(new URL('../faces/', import.meta.url))

/** What goes along with the faces of a package: whose they are, and what says which slice has which characters. */
const ALONG = ['package.json', 'LICENSE', 'LICENSE_FONT', 'README.md', 'css/vf.css']

for (const name of PACKAGES) {
  const { folder } = locate(name)
  const used = faces().map(({ file }) => relative(folder, file))
  const wanted = [...used.filter((path) => !path.startsWith('..')), ...ALONG]
  for (const path of new Set(wanted)) {
    if (!existsSync(join(folder, path))) continue
    mkdirSync(dirname(join(target, name, path)), { recursive: true })
    cpSync(join(folder, path), join(target, name, path))
  }
}
