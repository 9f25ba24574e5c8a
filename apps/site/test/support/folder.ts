import { join } from 'node:path'
import { type Edition, leafBlocks, toText } from '@huijiao/ast'
import { writeWhole } from '@huijiao/files'
import { zipSync } from 'fflate'
import { main } from '../../src/main.ts'
import type { SourceRecord } from '../../src/sources/record.ts'
import type { Made } from './made.ts'

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Writes what a build leaves in the `dist/` of an edition. */
export async function writeDist(dist: string, { edition, sources }: Made): Promise<void> {
  const { id } = edition.meta
  const date = new Date('2024-05-06T12:00:00')
  const epub = zipSync({ 'OEBPS/cover.png': PIXEL }, { mtime: date })
  await writeWhole(join(dist, 'edition.json'), JSON.stringify(edition))
  await writeWhole(join(dist, `${id}.epub`), epub)
  await writeWhole(join(dist, `${id}.pdf`), 'PDF')
  await writeWhole(join(dist, 'pages.json'), JSON.stringify({ pages: 12 }))
  await writeWhole(join(dist, 'report.json'), '{}')
  for (const [i, [file, content]] of [...sources].entries()) {
    const record = JSON.stringify(recordOf(file, content, edition))
    await writeWhole(join(dist, `sources/${i + 1}.json`), record)
  }
  for (const work of edition.children) {
    const lines = [...leafBlocks(work)].map((b) => toText(b.node))
    await writeWhole(join(dist, `text/${work.id}.txt`), `${lines.join('\n')}\n`)
  }
}

/** A source whose lines are the blocks of the works in order, as \`made\` writes them; */
function recordOf(file: string, content: string, { meta, children }: Edition): SourceRecord {
  const blocks = children.flatMap((work) =>
    [...leafBlocks(work)].map(({ number }) => ({ work: work.id, block: number })),
  )
  const siglum = meta.witnesses.find((w) => w.sources.some((s) => s.file === file))?.siglum ?? ''
  let start = 0
  const lines = content.split(/(?<=\n)/u).map((text, i) => {
    const line = { start, line: i + 1, text }
    start += [...text].length
    return line
  })
  const rows = lines.map((line, i) => ({
    start: line.start,
    end: line.start + [...line.text].length,
    role: 'text',
    work: blocks[i]?.work ?? '',
    block: blocks[i]?.block ?? null,
  }))
  return { file, siglum, lines, rows }
}

/** Makes the site of some editions below a folder, as the command does, and gives its folder. */
export async function makeSite(folder: string, editions: readonly Made[]): Promise<string> {
  const dists: string[] = []
  for (const one of editions) {
    const dist = join(folder, one.edition.meta.id, 'dist')
    await writeDist(dist, one)
    await run(['edition', dist, '--out', join(dist, 'site')])
    dists.push(dist)
  }
  const out = join(folder, 'site')
  await run(['house', ...dists, '--out', out])
  return out
}

async function run(args: readonly string[]): Promise<void> {
  const said: string[] = []
  const code = await main(args, { out: () => undefined, err: (line) => said.push(line) })
  if (code !== 0) throw new Error(said.join('\n'))
}
