import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError, message } from '@huijiao/model'
import { parse } from 'yaml'
import { writeAll } from './write.ts'

/** Where editions lie, whatever the working folder. */
export const SOURCES = join(dirname(fileURLToPath(import.meta.url)), '../../../sources')

/** First line of an `edition.yaml` there: editors of code complete and check by it. */
export const SCHEMA_LINE =
  '# yaml-language-server: $schema=../../packages/parse/schema/edition.schema.json\n'

/** Whether a folder is one of an edition of this house. */
export const isInHouse = (folder: string, sources = SOURCES): boolean =>
  dirname(resolve(folder)) === resolve(sources)

/**
 * Makes the folder of an edition a workspace package, so that the build finds it: writes its `package.json`,
 * with the tasks that make the tree, the PDF and the EPUB. One that stands there is left alone.
 *
 * @returns the path of what was written; null where nothing was.
 * @throws {InputError} where the folder's name cannot be a package's.
 */
export async function admit(folder: string): Promise<string | null> {
  const name = basename(resolve(folder))
  if (!/^[a-z0-9][a-z0-9._-]*$/u.test(name)) {
    throw new InputError([
      message({
        file: folder,
        rule: 'edition-name',
        reason: 'The folder of an edition names its package and its books',
        expected: 'small letters, digits, points, hyphens and low lines, a letter or digit first',
        actual: name,
        hint: 'Rename the folder; the title of the edition stands in edition.yaml.',
      }),
    ])
  }
  const target = join(folder, 'package.json')
  if (await exists(target)) return null
  const title = await titleIn(join(folder, 'edition.yaml'))
  await writeAll(folder, new Map([['package.json', manifestOf(name, title)]]))
  return target
}

/** The workspace package of an edition. */
function manifestOf(name: string, title: string): string {
  const manifest = {
    name: `@huijiao-edition/${name}`,
    version: '1.0.0',
    private: true,
    description: title,
    type: 'module',
    scripts: {
      tree: 'huijiao parse . --out dist',
      pdf: `huijiao-print dist/edition.json --out dist/${name}.pdf --pages dist/pages.json`,
      epub: `huijiao-epub dist/edition.json --pages dist/pages.json --out dist/${name}.epub`,
    },
    devDependencies: {
      '@huijiao/cli': 'workspace:*',
      '@huijiao/epub': 'workspace:*',
      '@huijiao/print': 'workspace:*',
    },
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

async function titleIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  // What is wrong in it is said by the build, at its line and column.
  try {
    const title = (parse(text) as { title?: unknown } | null)?.title
    return typeof title === 'string' ? title : ''
  } catch {
    return ''
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}
