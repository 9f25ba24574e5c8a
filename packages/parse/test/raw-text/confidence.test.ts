import { describe, expect, it } from 'vitest'
import { parseEdition } from '../../src/config/edition.ts'
import { collateEdition } from '../../src/pipeline.ts'
import { rawFile, readFileAs } from '../../../readers/src/index.ts'

const LINES = [
  '渡口在镇子的东头，水面很宽，对岸是一片柳林。',
  '撑船的人姓孙，六十多岁了，话不多，认得两岸所有的人。',
  '他在这里撑了三十年的船，谁家的牛病了，他都知道。',
]

/** A page of ALTO, a word for each character. */
function alto(lines: readonly string[], unsure: string): string {
  const strings = (line: string, y: number): string =>
    Array.from(
      line,
      (c, x) =>
        `<String CONTENT="${c}" HPOS="${100 + 40 * x}" VPOS="${y}" WIDTH="38" HEIGHT="40" WC="${c === unsure ? 0.31 : 0.95}"/>`,
    ).join('')
  const rows = lines.map(
    (line, k) =>
      `<TextLine HPOS="100" VPOS="${100 + 60 * k}" WIDTH="900" HEIGHT="40">${strings(line, 100 + 60 * k)}</TextLine>`,
  )
  return `<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description><sourceImageInformation><fileName>p7.png</fileName></sourceImageInformation></Description><Layout><Page PHYSICAL_IMG_NR="7" WIDTH="1200" HEIGHT="1600"><PrintSpace><TextBlock ID="b1">${rows.join('')}</TextBlock></PrintSpace></Page></Layout></alto>`
}

describe('confidences and boxes of recognised pages', () => {
  it('stand in the attestations of the tree, and speak on readings', async () => {
    const damaged = LINES.map((line) => line.replace('柳', '抑'))
    const files = [
      { file: 'a.xml', siglum: '甲', text: alto(damaged, '抑') },
      { file: 'b.txt', siglum: '乙', text: `${LINES.join('\n')}\n` },
    ]
    const sources = await Promise.all(
      files.map(async ({ file, siglum, text }) => {
        const { sources: read } = await readFileAs(rawFile(file, Buffer.from(text)), siglum)
        return read
      }),
    )
    const yaml = `title: 试
language: zh-Hans-CN
date: 2024-01-01
witnesses:
  - { siglum: 甲, description: 本, kind: ocr, files: [{ file: a.xml }] }
  - { siglum: 乙, description: 本, kind: web, files: [{ file: b.txt }] }
works:
  - { id: w, title: 渡口, supplied: true, files: all }
`
    const config = parseEdition(yaml, 'edition.yaml')
    const { decided, edition } = collateEdition({
      id: 'ocr',
      config,
      sources: sources.flat(),
      rulings: [],
    })
    const [decision] = decided.decisions
    expect(decision?.lemma).toBe('柳')
    expect(decision?.evidence.map(({ reason }) => reason.kind)).toContain('recognition')
    const tree = JSON.stringify(edition.children)
    // The character that was misread: page, picture, box and confidence.
    const at = 100 + 40 * (LINES[0] ?? '').indexOf('柳')
    expect(tree).toContain(
      JSON.stringify({
        page: '7',
        image: 'p7.png',
        size: [1200, 1600],
        box: [at, 100, at + 38, 140],
        confidence: 0.31,
      }),
    )
  })
})
