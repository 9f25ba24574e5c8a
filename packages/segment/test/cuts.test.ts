import { ARTICLES } from '@huijiao/noise'
import { describe, expect, it } from 'vitest'
import { segment } from '../src/segment.ts'
import { sourceOf } from './sources.ts'

const linesOf = (title: string): string[] => {
  const article = ARTICLES.find((a) => a.title.includes(title))
  return article === undefined ? [] : [article.title, ...article.paragraphs]
}

describe('a question that is cut behind its number', () => {
  it('goes on where another source has it in one line, however much like a heading it looks', () => {
    const interview = linesOf('答读者问')
    const other = linesOf('深海钻探船')
    const at = interview.findIndex((line) => line.startsWith('二、'))
    const question = interview[at] ?? ''
    const cut = [
      ...interview.slice(0, at),
      question.slice(0, 4),
      ...other,
      question.slice(4),
      ...interview.slice(at + 1),
    ]
    const { works } = segment(
      [
        sourceOf('甲', [...interview, ...other].join('\n\n')),
        sourceOf('乙', cut.join('\n\n')),
        sourceOf('丙', other.join('\n\n')),
      ],
      null,
    )
    const found = works.find((w) =>
      w.texts.some((t) => t.blocks.some((b) => b.role === 'question')),
    )
    const second = found?.texts.find((t) => t.file === '乙.txt')?.blocks
    expect(works).toHaveLength(2)
    expect(second).toHaveLength(interview.length)
    expect(second?.[at]?.parts.map((p) => p.join?.kind)).toEqual([undefined, 'break'])
  })
})
