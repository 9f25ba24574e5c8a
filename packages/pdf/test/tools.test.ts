import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { finishPdf } from '../src/index.ts'
import { run } from '../src/verify/command.ts'
import { askTools, fontFaults, inkFaults } from '../src/verify/tools.ts'
import { openPress } from './press.ts'
import { OPTIONS, SAMPLE } from './sample.ts'

vi.setConfig({ testTimeout: 60_000 })

const hasTools = ['qpdf', 'pdffonts', 'pdfinfo', 'pdftotext', 'gs'].every(
  (command) => run(command, ['--version']) !== undefined,
)
if (!hasTools) {
  process.stderr.write(
    'SKIPPED: checks with qpdf, poppler-utils and ghostscript, which are not all installed\n',
  )
}

let folder = ''
const path = (name: string): string => join(folder, `${name}.pdf`)

beforeAll(async () => {
  if (!hasTools) return
  folder = await mkdtemp(join(tmpdir(), 'huijiao-tools-'))
  const press = await openPress()
  const sample = await press.print(SAMPLE)
  const plain = await press.print('<h1 id="a">甲</h1><p>黑字与<a href="#a">链</a>。</p>')
  await press.close()
  const options = { ...OPTIONS, outline: [] }
  const book = await finishPdf(sample, OPTIONS)
  await writeFile(path('book'), book)
  await writeFile(path('plain'), await finishPdf(plain, options))
  await writeFile(path('printed'), sample)
  await writeFile(path('torn'), book.subarray(0, book.length - 400))
}, 60_000)

afterAll(async () => {
  if (folder !== '') await rm(folder, { recursive: true, force: true })
})

/** What each tool says against a file. */
function against(name: string, hasColour: boolean): Record<string, readonly string[]> {
  const entries = askTools(path(name), hasColour).map((finding) => {
    return [finding.tool, 'faults' in finding ? finding.faults : [finding.absent]] as const
  })
  return Object.fromEntries(entries)
}

const NOTHING = {
  'qpdf --check': [],
  pdffonts: [],
  'pdfinfo -struct-text': [],
  'pdfinfo -dests': [],
  'pdftotext -raw': [],
  'gs inkcov': [],
}

describe.skipIf(!hasTools)('the PDF tools of a Debian system', () => {
  test('find no fault with a book, in colour, in black', () => {
    expect(against('book', true)).toEqual(NOTHING)
    expect(against('plain', false)).toEqual(NOTHING)
  })

  test('find the faults of a print, of a torn file, of colours', () => {
    expect(against('printed', true)['pdfinfo -struct-text']).toContainEqual(
      expect.stringContaining('wrong type (Em)'),
    )
    expect(against('torn', true)['qpdf --check']).not.toEqual([])
    expect(against('book', false)['gs inkcov']).toContainEqual(expect.stringMatching(/^page 2: /))
  })

  test('read the boxes and the bookmarks that were asked for', () => {
    const boxes = run('pdfinfo', ['-box', '-l', '9', path('book')])?.stdout ?? ''
    expect(boxes).toMatch(/TrimBox:\s+0\.00\s+0\.00\s+419\.53\s+595\.28/)
    expect(boxes).toMatch(/PDF version:\s+1\.7/)
    expect(boxes).toMatch(/Tagged:\s+yes/)
    const json = run('qpdf', ['--json=2', '--json-key=outlines', path('book')])?.stdout ?? '{}'
    expect(json.match(/"title": "u?:?[^"]*"/g)).toHaveLength(4)
  })
})

describe('what tools print is judged', () => {
  test('fonts', () => {
    const head = `name type encoding emb sub uni object ID\n---- ---- ----\n`
    const good = 'AAAAAA+Song CID TrueType      Identity-H       yes yes yes      4  0\n'
    expect(fontFaults(head + good)).toEqual([])
    expect(fontFaults(`${head}BAAAAA+Song Type 3 Custom yes yes yes 5 0\n`)).toHaveLength(1)
    expect(fontFaults(head + good.replace('yes yes yes', 'no yes yes'))).toHaveLength(1)
  })

  test('inks', () => {
    expect(inkFaults(' 0.00000  0.00000  0.00000  0.05000 CMYK OK\n')).toEqual([])
    expect(inkFaults(' 0.00000  0.00000  0.00100  0.05000 CMYK OK\n')).toHaveLength(1)
  })
})
