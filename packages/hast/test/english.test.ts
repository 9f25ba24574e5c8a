import { app, edition, heading, paragraph, reading, title, work } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { toBook } from '../src/index.ts'
import { html, meta } from './support/sample.ts'

const readings = [reading('lemma', '（旧在溪上）', ['甲']), reading('omission', '', ['乙'])]
const tree = edition(
  { ...meta, language: 'en' },
  work(
    'w',
    [
      heading(1, title('山居记')),
      paragraph(
        '予居山中，',
        app('v', '（旧在溪上）', readings, { cause: 'variation' }),
        '题曰“听松”。',
      ),
    ],
    {
      sigla: ['甲', '乙'],
      recensions: [
        { id: 'r1', label: '长本', sigla: ['甲'], base: true },
        { id: 'r2', label: '短本', sigla: ['乙'], base: false },
      ],
    },
  ),
)

describe('an English edition of a Chinese text', () => {
  const text = (kind: string) =>
    html(
      toBook(tree)
        .documents.filter((d) => d.kind === kind)
        .flatMap((d) => [...d.children]),
    )

  it('has its text in Chinese, and what it says of it in English', () => {
    const own = text('work')
    expect(own).toMatch(/<section id="w" class="work work-body" lang="zh"/)
    expect(own).toContain('题曰“听松”。')
    expect(own).toMatch(/class="note-call"[^>]* lang="en"[^>]*>\[1\]</)
    expect(own).toMatch(/<aside[^>]* lang="en"[^>]*><p>.*\[1\]<\/a> /)
  })

  it('names its versions in English, and leaves no empty brackets', () => {
    const side = text('parallel')
    expect(side).toContain('Longer version')
    expect(side).toContain('Shorter version')
    expect(side).toContain('>予居山中，题曰“听松”。<')
  })

  it('leaves a preface in English as it is', () => {
    const { documents } = toBook({ ...tree, preface: [paragraph('On “a text” of the hills.')] })
    const preface = documents.find((d) => d.kind === 'preface')
    expect(html(preface?.children ?? [])).not.toContain('lang="zh"')
  })
})
