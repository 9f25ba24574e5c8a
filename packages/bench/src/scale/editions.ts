import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeOf, codesOf, editionsUnder, findHouse, remember, sourcesOf } from '@huijiao/build'
import { LETTER, letterEdition } from '@huijiao/noise'
import { nodeCommand, timed } from '../timing.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../../..')
const COMMAND = join(ROOT, 'packages/cli/bin/huijiao.js')

/** What is made of an edition, by name; here of no content, as the build looks only at size and time. */
const MADE = ['edition.json', 'apparatus.json', 'ledger.tsv', 'report.json', 'pages.json']

/**
 * A house of many editions that stand as they were made, one of which then changes: what the build takes of the
 * processor before that one's own work begins, and with it.
 */
export async function benchEditions(count: number, folder: string): Promise<void> {
  const sources = join(folder, 'editions')
  const store = join(folder, 'store')
  const files = letterEdition(LETTER, LETTER.replace('尽落', '尽洛'))
  for (let index = 0; index < count; index += 1) {
    const edition = join(sources, `e${index}`)
    for (const place of ['witnesses', 'dist/text'])
      await mkdir(join(edition, place), { recursive: true })
    for (const [path, text] of files) await writeFile(join(edition, path), text)
    for (const name of [...MADE, `e${index}.pdf`, `e${index}.epub`, 'text/letter.txt']) {
      await writeFile(join(edition, 'dist', name), '{}')
    }
  }
  // Nothing is noted of sources younger than this.
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const editions = await editionsUnder(sources)
  const code = codeOf(await codesOf((await findHouse(process.env)).programs))
  const made = { title: '', books: [] }
  for (const edition of editions) {
    await remember(join(store, 'records'), edition, sourcesOf(edition), code, made)
  }
  const build = (names: readonly string[]) =>
    timed(
      process.execPath,
      nodeCommand(COMMAND, ['build', ...names.map((name) => join(sources, name))]),
      { HUIJIAO_BUILD_DIR: store },
    )
  const names = editions.map(({ name }) => name)
  const still = await build(names)
  await appendFile(join(sources, 'e7/edition.yaml'), '# changed\n')
  const changed = await build(names)
  console.log(
    `${count} editions, nothing changed: ${seconds(still.cpu)} CPU, ${megabytes(still.memory)}`,
  )
  console.log(
    `${count} editions, one changed: ${seconds(changed.cpu)} CPU of the command beside the work itself, ${megabytes(changed.memory)}`,
  )
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
