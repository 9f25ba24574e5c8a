import { type Source, warning } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { ARTICLES, scramble } from '../../noise/src/index.ts'
import { segment } from '../../segment/src/segment.ts'
import { parseEdition } from '../src/config/edition.ts'
import { type DiscoverOptions, discover as discoverSources } from '../src/discover/discover.ts'
import { mergeFiles } from '../src/discover/merge.ts'
import { type NamedBytes, readFiles } from '../../readers/src/folder.ts'

const file = (name: string, ...indexes: number[]): NamedBytes => ({
  file: name,
  bytes: Buffer.from(
    indexes
      .flatMap((index) => ARTICLES[index] ?? [])
      .flatMap(({ title, paragraphs }) => [title, ...paragraphs])
      .join('\n\n'),
  ),
})
const OPTIONS = { title: '试编', folder: 'book', date: '2020-02-29' }

async function discover(files: readonly NamedBytes[], options: Omit<DiscoverOptions, 'messages'>) {
  const { sources, messages } = await readFiles(files)
  return discoverSources(sources, { ...options, messages })
}

describe('discover', () => {
  it('proposes titles without what is not seen in them', async () => {
    const text = '山\0中\u200B书\u00AD院\n\n　　书院建在半山腰，门前两棵银杏，秋天落叶铺满石阶。\n'
    const { yaml, sources } = await discover([{ file: 'a.txt', bytes: Buffer.from(text) }], OPTIONS)
    const { works } = parseEdition(yaml, 'edition.yaml')
    expect(works.map(({ title }) => title)).toEqual(['山中书院'])
    expect(segment(sources, works).works.map(({ texts }) => texts.length)).toEqual([1])
  })

  it('keeps on one line what it notes above the edition, whatever a file is called', async () => {
    const { sources } = await readFiles([file('a.txt', 0)])
    const messages = ['b\rworks: [].txt', 'c\nworks: [].txt'].map((name) =>
      warning('not-read', { file: name }),
    )
    const { yaml } = discoverSources(sources, { ...OPTIONS, messages })
    expect(parseEdition(yaml, 'edition.yaml').works).toHaveLength(1)
  })

  it('proposes an edition that the parser accepts and that finds the same works', async () => {
    const { yaml, sources, segmentation } = await discover(
      [file('b.txt', 1, 5), file('a.txt', 5, 0)],
      { folder: 'book', date: '2020-02-29' },
    )
    const config = parseEdition(yaml, 'edition.yaml')
    expect(config.title).toBe(ARTICLES[5]?.title)
    expect(config.witnesses.map(({ siglum, files }) => [siglum, files[0]?.file])).toEqual([
      ['甲', 'a.txt'],
      ['乙', 'b.txt'],
    ])
    expect(config.works.map(({ title }) => title).sort()).toEqual(
      [0, 1, 5].map((index) => ARTICLES[index]?.title ?? '').sort(),
    )
    const again = segment(sources, config.works, config.texts)
    expect(again.works.map(({ id, texts }) => [id, texts.length])).toEqual(
      segmentation.works.map(({ id, texts }) => [id, texts.length]),
    )
  })

  it.each([1, 2, 3, 4])('leaves no text without a work when it is read back (%i)', async (step) => {
    // A line of two characters, set where it does not belong, passes for a headline now and then.
    const lines = [0, 3, 5]
      .flatMap((index) => ARTICLES[index]?.paragraphs ?? [])
      .flatMap((p) => p.match(/.{1,24}/gu) ?? [])
    const broken = lines.flatMap((line, i) =>
      i % (5 + step * 2) === step ? [line, '卷上'] : [line],
    )
    const { yaml, sources } = await discover(
      [file('a.txt', 0, 3, 5), { file: 'b.txt', bytes: Buffer.from(broken.join('\n')) }],
      OPTIONS,
    )
    const config = parseEdition(yaml, 'edition.yaml')
    const again = segment(sources, config.works, config.texts)
    const ids = new Set(config.works.map(({ id }) => id))
    expect(again.works.filter(({ id }) => !ids.has(id))).toEqual([])
  })

  it('tells web copies from printed lines and from other text', async () => {
    const text = ARTICLES[0]?.paragraphs.join('\n') ?? ''
    const files = [
      { file: 'a.txt', bytes: Buffer.from(`首页 > 新闻\n${text}\n【打印】【关闭】`) },
      { file: 'b.txt', bytes: Buffer.from((text.match(/.{1,28}/gu) ?? []).join('\n')) },
      { file: 'c.txt', bytes: Buffer.from(text) },
    ]
    const { witnesses } = parseEdition((await discover(files, OPTIONS)).yaml, 'edition.yaml')
    expect(witnesses.map(({ kind }) => kind)).toEqual(['web', 'pdf', 'ocr'])
  })

  it('takes the title that most files have', async () => {
    const [article] = ARTICLES
    const body = article?.paragraphs.join('\n\n') ?? ''
    const titled = (name: string, title: string): NamedBytes => ({
      file: name,
      bytes: Buffer.from(`${title}\n\n${body}`),
    })
    const { yaml } = await discover(
      [titled('a.txt', '旧标题一则'), titled('b.txt', '山中的小站'), titled('c.txt', '山中的小站')],
      OPTIONS,
    )
    expect(parseEdition(yaml, 'edition.yaml').works.map(({ title }) => title)).toEqual([
      '山中的小站',
    ])
  })

  it('says what to write where a join is in doubt, and takes it', async () => {
    const doubtful: { yaml: string; sources: readonly Source[]; id: string; joins: string }[] = []
    for (const seed of [51, 52, 53, 54]) {
      const files = scramble(ARTICLES.slice(0, 4), seed, { presence: 0.5, copies: [2, 2] }).map(
        ({ name, text }): NamedBytes => ({ file: name, bytes: Buffer.from(text) }),
      )
      const { yaml, report, sources } = await discover(files, OPTIONS)
      for (const line of report) {
        const [, id, joins] = /^ {2}如确相接，在 (\S+) 下写 join: (\[.*?\])；/u.exec(line) ?? []
        if (id !== undefined && joins !== undefined) doubtful.push({ yaml, sources, id, joins })
      }
    }
    expect(doubtful.length).toBeGreaterThan(3)
    for (const { yaml, sources, id, joins } of doubtful) {
      const settled = yaml.replace(`  - id: ${id}\n`, `  - id: ${id}\n    join: ${joins}\n`)
      const { doubts } = segment(sources, parseEdition(settled, 'edition.yaml').works)
      const [, before = ''] = /before: \{ text: "(.*?)"/u.exec(joins) ?? []
      const [, siglum] = /siglum: (.)/u.exec(joins) ?? []
      const left = doubts.map(({ place }) =>
        sources
          .find((source) => source.file === place.file && source.siglum === siglum)
          ?.points.slice(place.start, place.start + 40)
          .join(''),
      )
      expect(left.filter((text) => text?.includes(before) === true)).toEqual([])
    }
  })

  it('says that files share nothing', async () => {
    const { report } = await discover([file('a.txt', 0), file('b.txt', 1)], OPTIONS)
    expect(report.join('\n')).toContain('各份文本没有相同的内容')
  })

  it('works on one file', async () => {
    const { report, yaml } = await discover([file('a.txt', 3)], OPTIONS)
    expect(report.join('\n')).toContain('只有一份文本')
    expect(parseEdition(yaml, 'edition.yaml').works).toHaveLength(1)
  })

  it('supplies a title where there is none, and says which files the work is', async () => {
    const body = ARTICLES[3]?.paragraphs.join('\n\n') ?? ''
    const { yaml } = await discover([{ file: 'a.txt', bytes: Buffer.from(body) }], OPTIONS)
    const [work] = parseEdition(yaml, 'edition.yaml').works
    expect(work?.supplied).toBe(true)
    expect(work?.files?.names).toBe('all')
  })
})

describe('mergeFiles', () => {
  const written = (name: string, siglum: string) =>
    `  - { siglum: ${siglum}, description: 手写, kind: manual, files: [{ file: ${name} }] } # mine\n`

  it('adds a copy as a witness and a new text as a work, and keeps what is written', async () => {
    const works = `  - { id: first, title: ${ARTICLES[0]?.title} }\n`
    const head = `# by hand\ntitle: 试编\nlanguage: zh-Hans\ndate: 2020-02-29\nwitnesses:\n${written('a.txt', '乙')}`
    const tail = `\n# the works\nworks:\n${works}# the end\n`
    const { sources } = await readFiles([file('a.txt', 0), file('b.txt', 0), file('c.txt', 5)])
    const merged = mergeFiles(head + tail, 'edition.yaml', sources)
    expect(merged.files).toEqual(['b.txt', 'c.txt'])
    expect(merged.yaml.startsWith(head)).toBe(true)
    expect(merged.yaml).toContain(`\n# the works\nworks:\n${works}`)
    expect(merged.yaml.endsWith('# the end\n')).toBe(true)
    const config = parseEdition(merged.yaml, 'edition.yaml')
    expect(config.witnesses.map(({ siglum, files }) => [siglum, files[0]?.file])).toEqual([
      ['乙', 'a.txt'],
      ['甲', 'b.txt'],
      ['丙', 'c.txt'],
    ])
    expect(config.works.map(({ title }) => title)).toEqual([ARTICLES[0]?.title, ARTICLES[5]?.title])
    expect(mergeFiles(merged.yaml, 'edition.yaml', sources)).toEqual({
      yaml: merged.yaml,
      files: [],
      works: [],
    })
  })

  it('adds to a list in brackets, and to lines that end as on Windows', async () => {
    const { sources } = await readFiles([file('a.txt', 0), file('b.txt', 0)])
    const flow = `title: 试编\nlanguage: zh-Hans\ndate: 2020-02-29\nwitnesses: [{ siglum: 甲, description: 手写, kind: manual, files: [{ file: a.txt }] }]\nworks: [{ id: first, title: 题, files: all }]\n`
    const windows = flow
      .replace('witnesses: [{', 'witnesses:\n  - {')
      .replace('] }]', '] }')
      .replaceAll('\n', '\r\n')
    for (const yaml of [flow, windows]) {
      const merged = mergeFiles(yaml, 'edition.yaml', sources)
      expect(parseEdition(merged.yaml, 'edition.yaml').witnesses).toHaveLength(2)
    }
    expect(mergeFiles(windows, 'edition.yaml', sources).yaml).not.toMatch(/[^\r]\n/u)
  })
})
