import { textOf } from '../../src/export/text.ts'
import { collateEdition, type EditionResult } from '../../src/pipeline.ts'
import { parseEdition } from '../../src/config/edition.ts'
import { readSource } from '../../../readers/src/index.ts'

/** An edition of one work from the texts of its witnesses, the first line of each its title. */
export function editionOf(
  texts: readonly string[],
  language = 'zh-Hans-CN',
): {
  readonly result: EditionResult
  readonly text: string
  readonly loci: readonly (readonly string[])[]
} {
  const sigla = ['甲', '乙', '丙', '丁']
  const files = texts.map((text, i) => ({
    file: `${'abcd'[i] ?? 'z'}.txt`,
    siglum: sigla[i] ?? '',
    text,
  }))
  const title = (texts[0] ?? '').split('\n')[0] ?? ''
  const yaml = `title: 试
language: ${language}
date: 2024-01-01
witnesses:
${files.map(({ file, siglum }) => `  - { siglum: ${siglum}, description: 本, kind: manual, files: [{ file: ${file} }] }`).join('\n')}
works:
  - { id: work, title: ${JSON.stringify(title)} }
`
  const result = collateEdition({
    id: 'raw',
    config: parseEdition(yaml, 'edition.yaml'),
    sources: files.map(({ file, siglum, text }) => readSource(file, siglum, Buffer.from(text))),
    rulings: [],
  })
  const [work] = result.edition.children
  return {
    result,
    text: work === undefined ? '' : textOf(work),
    loci: result.decided.decisions.map(({ locus }) => locus.readings.map(({ text }) => text)),
  }
}

/** Paragraphs that make a work long enough to be known as one in every witness. */
export const BODY = `　　渡口在镇子的东头，水面很宽，对岸是一片柳林。每天早上，撑船的人把船推下水，等着第一批过河的人。他们多半是去对岸赶集的，也有去看亲戚的。

　　撑船的人姓孙，六十多岁了，话不多。他在这里撑了三十年的船，认得两岸所有的人。谁家添了孩子，谁家的牛病了，他都知道，却从来不说。`
