import { describe, expect, it } from 'vitest'
import { segment } from '../src/segment.ts'
import { sourceOf } from './sources.ts'

/** A catechism: its questions and answers differ in one word, and a refrain stands among them. */
const LINES = [
  '园丁问答一卷',
  '从前有一位老园丁，住在山脚下的园子里，终日侍弄花木，远近的人都来向他请教。',
  '有一年春天，邻村的学童结伴来到园中，坐在井边的石阶上，听老园丁讲四时的道理。',
  ...['春分', '谷雨', '小满', '芒种', '夏至'].flatMap((term) => [
    `“先生，依你看来怎么样？园中可有${term}的花没有？”`,
    `“有的，孩子们。园中有${term}的花。”`,
  ]),
  '花开有时，\n花落有时，\n人来有时，\n人去有时。',
  '学童们听罢都笑了，帮着老园丁把井水一桶一桶提到畦边，直到太阳落到山的那一边。',
  '老园丁把剪下的枝条捆好，分给每个孩子一束，嘱咐他们回家插在瓶里，天天换水。',
  '园丁问答终',
]
const TEXT = `${LINES.join('\n')}\n`

describe('a text that repeats itself', () => {
  it('is one work in the order of its files, copies that differ a little included', () => {
    const texts = [TEXT, TEXT.replace('请教', '求教'), TEXT.replace('石阶', '石级')]
    const sources = texts.map((text, i) => sourceOf('甲乙丙'[i] ?? '', text))
    const { works } = segment(sources, null)
    expect(works).toHaveLength(1)
    for (const [i, source] of sources.entries()) {
      const found = works[0]?.texts.find((t) => t.file === source.file)
      const spans = found?.blocks.flatMap((b) => b.parts.map((p) => p.start)) ?? []
      expect(spans).toEqual(spans.toSorted((a, b) => a - b))
      const length = found?.blocks.flatMap((b) => b.parts).reduce((n, p) => n + p.end - p.start, 0)
      expect([i, length]).toEqual([i, [...(texts[i] ?? '').replaceAll('\n', '')].length])
    }
  })
})
