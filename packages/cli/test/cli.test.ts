import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FORMATS } from '@huijiao/build'
import { LETTER, LETTER_EDITION, letterEdition } from '@huijiao/noise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const BIN = fileURLToPath(new URL('../bin/huijiao.js', import.meta.url))

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command as a person would. */
function huijiao(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { encoding: 'utf8' }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

const A = LETTER
const B = A.replace('尽落', '尽洛')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-cli-'))
  await mkdir(join(folder, 'book/witnesses'), { recursive: true })
  for (const [path, text] of letterEdition(A, B)) await writeFile(join(folder, 'book', path), text)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('huijiao', () => {
  it('collates the tokens that CollateX takes, and says what is wrong with them', async () => {
    const file = join(folder, 'tokens.json')
    await writeFile(
      file,
      '{"witnesses":[{"id":"A","tokens":[{"t":"春 ","n":"春"},{"t":"江"}]},{"id":"B","content":"春 湖"}]}',
    )
    const tei = await huijiao('collate', file, '--format', 'tei')
    expect(tei).toMatchObject({
      code: 0,
      out: expect.stringContaining('春 <app><rdg wit="#A">江</rdg>'),
    })
    await writeFile(file, '{"witnesses":[{"id":"A"}]}')
    const wrong = await huijiao('collate', file)
    expect(wrong).toMatchObject({ code: 2, out: '' })
    expect(wrong.err).toContain('witnesses[0]: expected tokens or content')
  })

  it('knows the same formats in edition.yaml as in the build', async () => {
    const schema = new URL('../../parse/schema/edition.schema.json', import.meta.url)
    const { properties } = JSON.parse(await readFile(schema, 'utf8')) as {
      properties: { formats: { items: { enum: string[] } } }
    }
    expect(properties.formats.items.enum).toEqual(FORMATS.map(({ name }) => name))
  })

  it('tells its version, and lists its commands', async () => {
    const version = await huijiao('--version')
    expect(version).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
    const { out } = await huijiao('--help')
    for (const name of ['build', 'parse', 'text', 'collate', 'discover', 'review', 'explain']) {
      expect(out).toContain(name)
    }
  })

  it('refuses a command that is none, with code 2', async () => {
    expect(await huijiao('colate')).toMatchObject({
      code: 2,
      err: expect.stringContaining('colate'),
    })
  })
})

describe('huijiao parse', () => {
  it('writes the tree and all that belongs to it, and nothing half', async () => {
    const out = join(folder, 'out')
    const run = await huijiao('parse', join(folder, 'book'), '--out', out)
    expect(run).toMatchObject({
      code: 0,
      err: 'book: segment\nbook: align\nbook: decide\nbook: compose\nbook: conserve\n',
    })
    expect((await readdir(out)).toSorted()).toEqual([
      'apparatus.json',
      'edition.json',
      'ledger.tsv',
      'report.json',
      'sources',
      'text',
    ])
    const text = await readFile(join(out, 'text/letter.txt'), 'utf8')
    expect(text.split('\n')[0]).toBe('与友人书')
    const apparatus = JSON.parse(await readFile(join(out, 'apparatus.json'), 'utf8')) as unknown[]
    expect(apparatus).toHaveLength(1)
    expect(apparatus[0]).toMatchObject({ work: 'letter', block: 2, layer: 'content' })
  })

  it('takes away the texts of works that are no more', async () => {
    const out = join(folder, 'again')
    await mkdir(join(out, 'text'), { recursive: true })
    await writeFile(join(out, 'text/gone.txt'), 'old')
    await huijiao('parse', join(folder, 'book'), '--out', out)
    expect(await readdir(join(out, 'text'))).toEqual(['letter.txt'])
  })

  it('names file, line and column of what is wrong, writes nothing, and exits with 2', async () => {
    const bad = join(folder, 'bad')
    await mkdir(join(bad, 'witnesses'), { recursive: true })
    await writeFile(join(bad, 'edition.yaml'), LETTER_EDITION.replace('title: 小书', 'titel: 小书'))
    const run = await huijiao('parse', bad)
    expect(run.code).toBe(2)
    expect(run.err).toContain(`${join(bad, 'edition.yaml')}:1:1: error unknown-key`)
    expect(run.err).toContain('Did you mean `title`?')
    expect(await readdir(bad)).not.toContain('dist')
  })

  it('says which witness is missing', async () => {
    const bad = join(folder, 'missing')
    await mkdir(join(bad, 'witnesses'), { recursive: true })
    await writeFile(join(bad, 'edition.yaml'), LETTER_EDITION)
    await writeFile(join(bad, 'witnesses/a.txt'), A)
    const run = await huijiao('parse', bad)
    expect(run.code).toBe(2)
    expect(run.err).toMatch(/edition\.yaml:6:\d+: error missing-witness: .*b\.txt/)
  })

  it('refuses a witness that is not the one of the edition', async () => {
    const bad = join(folder, 'changed')
    await mkdir(join(bad, 'witnesses'), { recursive: true })
    const hash = '0'.repeat(64)
    await writeFile(
      join(bad, 'edition.yaml'),
      LETTER_EDITION.replace('a.txt }', `a.txt, sha256: '${hash}' }`),
    )
    await writeFile(join(bad, 'witnesses/a.txt'), A)
    await writeFile(join(bad, 'witnesses/b.txt'), B)
    const run = await huijiao('parse', bad)
    expect(run.code).toBe(2)
    expect(run.err).toContain('error changed-witness')
    expect(run.err).toContain(`expected sha-256 ${hash}`)
  })

  it('says which work of the edition no source has', async () => {
    const odd = join(folder, 'odd')
    await mkdir(join(odd, 'witnesses'), { recursive: true })
    await writeFile(join(odd, 'edition.yaml'), `${LETTER_EDITION}  - { id: lost, title: 佚篇 }\n`)
    await writeFile(join(odd, 'witnesses/a.txt'), A)
    await writeFile(join(odd, 'witnesses/b.txt'), B)
    const run = await huijiao('parse', odd, '--out', join(folder, 'odd-out'))
    expect(run.code).toBe(0)
    expect(run.err).toContain('warning absent-work: No text of the work lost')
  })

  it('takes a folder of raw files as it finds it, with a warning', async () => {
    const out = join(folder, 'raw-out')
    const run = await huijiao('parse', join(folder, 'book/witnesses'), '--out', out)
    expect(run.code).toBe(0)
    expect(run.err).toContain('warning no-edition')
    expect((await readdir(join(out, 'text'))).length).toBeGreaterThan(0)
  })
})

describe('huijiao text', () => {
  it('prints one work, and names the works where asked for one that is none', async () => {
    const run = await huijiao('text', join(folder, 'book'), 'letter')
    expect(run.out.split('\n')).toHaveLength(3)
    const wrong = await huijiao('text', join(folder, 'book'), 'lettre')
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('expected letter') })
  })
})

describe('huijiao explain', () => {
  it('says who has what where', async () => {
    const run = await huijiao('explain', join(folder, 'book'), '海棠尽落')
    expect(run.out).toContain('a.txt:3:')
    expect(run.out).toContain('b.txt:3:')
  })

  it('says the same as data', async () => {
    const run = await huijiao('explain', join(folder, 'book'), '海棠尽落', '--json')
    const [passage, ...others] = JSON.parse(run.out) as unknown[]
    expect(others).toEqual([])
    expect(passage).toMatchObject({
      work: 'letter',
      witnesses: [
        { siglum: '甲', file: 'a.txt', line: 3 },
        { siglum: '乙', file: 'b.txt', line: 3 },
      ],
      loci: [{ readings: expect.arrayContaining([expect.objectContaining({ sigla: ['甲'] })]) }],
    })
  })
})

describe('huijiao crop', () => {
  it('says so where no witness has pages with pictures', async () => {
    const run = await huijiao('crop', join(folder, 'book'), '海棠尽落')
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('no-picture') })
  })
})

describe('huijiao collate', () => {
  it('prints units that tile every file', async () => {
    const [a, b] = [join(folder, 'book/witnesses/a.txt'), join(folder, 'book/witnesses/b.txt')]
    const { out, code } = await huijiao('collate', a, b, '--format', 'units')
    expect(code).toBe(0)
    const units = out
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l) as { equal: boolean; spans: Record<string, [number, number]> })
    for (const [name, text] of [
      ['a', A],
      ['b', B],
    ] as const) {
      const spans = units.map((u) => u.spans[name] ?? [-1, -1])
      expect(spans.map((s) => s[0])).toEqual([0, ...spans.slice(0, -1).map((s) => s[1])])
      expect(spans.at(-1)?.[1]).toBe([...text].length)
    }
    expect(units.filter((u) => !u.equal)).toHaveLength(1)
  })

  it('names a file that is missing or no file, with code 2', async () => {
    const a = join(folder, 'book/witnesses/a.txt')
    for (const [path, fault] of [
      [join(folder, 'none.txt'), 'no such file'],
      [join(folder, 'book'), 'a folder'],
    ] as const) {
      const { code, out, err } = await huijiao('collate', a, path)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(`${path}: error file: The file cannot be read`)
      expect(err).toContain(`expected a file, got ${fault}`)
    }
  })

  it('gives an empty file, and files of one name, their own spans', async () => {
    const [a, c] = [join(folder, 'book/witnesses/a.txt'), join(folder, 'a.txt')]
    await writeFile(c, '')
    const { code, out } = await huijiao('collate', a, c)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      equal: false,
      spans: { [a]: [0, [...A].length], [c]: [0, 0] },
    })
  })
})
