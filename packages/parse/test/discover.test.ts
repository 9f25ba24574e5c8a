import { describe, expect, it } from 'vitest'
import { ARTICLES } from '../../noise/src/index.ts'
import { parseEdition } from '../src/config/edition.ts'
import { discover, type RawFile } from '../src/discover.ts'
import { segment } from '../src/segment/segment.ts'

const file = (name: string, ...indexes: number[]): RawFile => ({
  file: name,
  bytes: Buffer.from(
    indexes
      .flatMap((index) => ARTICLES[index] ?? [])
      .flatMap(({ title, paragraphs }) => [title, ...paragraphs])
      .join('\n\n'),
  ),
})
const OPTIONS = { title: '试编', date: '2020-02-29' }

describe('discover', () => {
  it('proposes an edition that the parser accepts and that finds the same works', () => {
    const { yaml, sources, segmentation } = discover(
      [file('b.txt', 1, 5), file('a.txt', 5, 0)],
      OPTIONS,
    )
    const config = parseEdition(yaml, 'edition.yaml')
    expect(config.witnesses.map(({ siglum, files }) => [siglum, files[0]?.file])).toEqual([
      ['甲', 'a.txt'],
      ['乙', 'b.txt'],
    ])
    expect(config.works.map(({ title }) => title).sort()).toEqual(
      [0, 1, 5].map((index) => ARTICLES[index]?.title ?? '').sort(),
    )
    const again = segment(sources, config.works)
    expect(again.works.map(({ id, texts }) => [id, texts.length])).toEqual(
      segmentation.works.map(({ id, texts }) => [id, texts.length]),
    )
  })

  it('says that files share nothing', () => {
    const { report } = discover([file('a.txt', 0), file('b.txt', 1)], OPTIONS)
    expect(report.join('\n')).toContain('各份文本没有相同的内容')
  })

  it('works on one file', () => {
    const { report, yaml } = discover([file('a.txt', 3)], OPTIONS)
    expect(report.join('\n')).toContain('只有一份文本')
    expect(parseEdition(yaml, 'edition.yaml').works).toHaveLength(1)
  })

  it('supplies a title and a quotation where there is none', () => {
    const body = ARTICLES[3]?.paragraphs.join('\n\n') ?? ''
    const { yaml } = discover([{ file: 'a.txt', bytes: Buffer.from(body) }], OPTIONS)
    const [work] = parseEdition(yaml, 'edition.yaml').works
    expect(work?.supplied).toBe(true)
    expect(work?.contains).toHaveLength(1)
  })
})
