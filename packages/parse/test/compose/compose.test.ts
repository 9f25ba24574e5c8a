import { type App, appsOf, leafBlocks, toText, type Work } from '@huijiao/ast'
import type { BlockRole, CollatedWork, Decision, Source } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import type { Gaps } from '../../../readings/src/loci/gaps.ts'
import { lemmaOf } from '../../../readings/src/loci/lemma.ts'
import type { PunctuationSlot } from '../../../readings/src/types.ts'
import { identify } from '../../src/compose/identify.ts'
import { composeWork } from '../../src/compose/work.ts'
import { choose, collatedOf, type Role } from './material.ts'

/** A decision for the reading of one witness at a unit. */

/** Punctuation as the first witness that has both characters writes it. */
function slotsOf(work: CollatedWork, decisions: readonly Decision[]): PunctuationSlot[] {
  const lemma = lemmaOf(work, decisions)
  return Array.from({ length: lemma.length + 1 }, (_, i) => {
    const before = lemma[i - 1]
    const after = lemma[i]
    const w = work.witnesses.findIndex((_, k) => (before ?? after)?.tokens[k] !== -1)
    const left = work.witnesses[w]?.tokens[before?.tokens[w] ?? -1]
    const right = work.witnesses[w]?.tokens[after?.tokens[w] ?? -1]
    // As the decider gives them: it does not know where blocks begin.
    const marks = [...(left?.after ?? []), ...(right?.before ?? [])].map((s) => s.t).join('')
    return { close: marks, open: '' }
  })
}

function compose(
  { work, sources }: { work: CollatedWork; sources: Map<string, Source> },
  decisions: readonly Decision[],
  gaps: Gaps = new Map(),
): Work {
  const punctuation = new Map([['w', slotsOf(work, decisions)]])
  return composeWork(
    work,
    sources,
    { decisions, punctuation, gaps: new Map([['w', gaps]]) },
    identify(decisions.map((d) => d.locus)),
  )
}

const lines = (work: Work) => [...leafBlocks(work)].map((b) => toText(b.node))

describe('composeWork', () => {
  it('prints a gap where it is, in a block, at its head and at the end of the work', () => {
    const material = collatedOf({ 甲: '船到岸了。', 乙: '船到岸了。' }, [['=', 4, 4]])
    const printed = (...places: number[]) =>
      lines(compose(material, [], new Map(places.map((at) => [at, { evidence: [] }]))))
    expect(printed(2)).toEqual(['〔题〕', '船到［……］岸了。'])
    expect(printed(0, 4)).toEqual(['〔题〕', '［……］船到岸了。［……］'])
  })

  const two = collatedOf({ 甲: '两国往来来信二十二年。', 乙: '两国往来信件二十二年。' }, [
    ['=', 4, 4],
    ['≠', 2, 2],
    ['=', 4, 4],
  ])

  it('prints the decided reading and keeps the other in the entry', () => {
    const tree = compose(two, [choose(two.work, 1, 1)])
    expect(lines(tree)).toEqual(['〔题〕', '两国往来信件二十二年。'])
    const [entry] = [...appsOf(tree)]
    expect(entry?.readings.map((r) => [r.text, r.sigla, r.type])).toEqual([
      ['来信', ['甲'], 'substitution'],
      ['信件', ['乙'], 'lemma'],
    ])
    expect(entry?.readings[0]?.attestations).toEqual([
      { siglum: '甲', file: '甲.txt', start: 4, end: 6 },
    ])
  })

  it('says for each run which witness has it where', () => {
    const tree = compose(two, [choose(two.work, 1, 1)])
    const paragraph = [...leafBlocks(tree)][1]?.node
    const runs = paragraph !== undefined && 'children' in paragraph ? paragraph.children : []
    expect(runs[0]).toEqual({
      type: 'text',
      value: '两国往来',
      data: {
        attestations: [
          { siglum: '甲', file: '甲.txt', start: 0, end: 4 },
          { siglum: '乙', file: '乙.txt', start: 0, end: 4 },
        ],
      },
    })
    expect((runs[1] as App).children[0]).toMatchObject({
      value: '信件',
      data: { attestations: [{ siglum: '乙', start: 4, end: 6 }] },
    })
  })

  it('gives an entry for an omission its place and an empty lemma', () => {
    const input = collatedOf({ 甲: '泥沙船和渔网', 乙: '泥沙和渔网' }, [
      ['=', 2, 2],
      ['≠', 1, 0],
      ['=', 3, 3],
    ])
    const tree = compose(input, [choose(input.work, 1, 1)])
    expect(lines(tree)[1]).toBe('泥沙和渔网')
    const [entry] = [...appsOf(tree)]
    expect(entry?.children).toEqual([])
    expect(entry?.readings.map((r) => r.type)).toEqual(['addition', 'lemma'])
    expect(entry?.readings[1]?.attestations).toEqual([
      { siglum: '乙', file: '乙.txt', start: 2, end: 2 },
    ])
  })

  it('splits an entry that runs over a block boundary and links the parts', () => {
    const input = collatedOf({ 甲: '前甲乙\n丙丁后', 乙: '前\n后' }, [
      ['=', 1, 1],
      ['≠', 4, 0],
      ['=', 1, 1],
    ])
    const tree = compose(input, [choose(input.work, 1, 0)])
    expect(lines(tree)).toEqual(['〔题〕', '前甲乙', '丙丁后'])
    const entries = [...appsOf(tree)]
    expect(entries.map((e) => [toText(e), e.continues])).toEqual([
      ['甲乙', undefined],
      ['丙丁', entries[0]?.id],
    ])
  })

  it('takes the division into blocks from the witnesses that have both sides', () => {
    const input = collatedOf({ 甲: '一句\n二句', 乙: '一句二句', 丙: '一句二句' }, [['=', 4, 4, 4]])
    expect(lines(compose(input, []))).toEqual(['〔题〕', '一句二句'])
  })

  it('leaves a dash with the block that a witness begins with it', () => {
    const roles: BlockRole[] = ['title', 'subtitle', 'paragraph', 'paragraph']
    const input = collatedOf({ 甲: '正题\n——副题\n又一时刻——\n次段' }, [['=', 10]], roles)
    expect(lines(compose(input, []))).toEqual(['正题', '——副题', '又一时刻——', '次段'])
  })

  it('gathers questions and answers, and puts a title of the sources into the heading', () => {
    const roles: BlockRole[] = ['title', 'question', 'answer', 'answer', 'heading', 'paragraph']
    const input = collatedOf({ 甲: '标题\n问？\n答：一\n二\n小节\n正文' }, [['=', 10]], roles)
    const tree = compose(input, [])
    expect(tree.children.map((c) => c.type)).toEqual(['heading', 'question', 'answer', 'section'])
    expect(tree.children[2]).toMatchObject({
      children: [{ type: 'paragraph' }, { type: 'paragraph' }],
    })
    expect(lines(tree)).toEqual(['标题', '问？', '答：一', '二', '小节', '正文'])
  })

  it('gathers lines into stanzas, items into lists, cells into rows', () => {
    const roles: Role[] = [
      'title',
      ['verse'],
      'verse',
      ['verse'],
      'paragraph',
      ['item'],
      'item',
      ['cell'],
      'cell',
      ['cell'],
      'cell',
      'note',
    ]
    const text = '歌\n山高\n水远\n月明\n散文。\n一、米\n二、面\n年份\n收成\n去年\n三石\n原注：某'
    const input = collatedOf(
      { 甲: text },
      [['=', [...text.replace(/[\n。、：]/gu, '')].length]],
      roles,
    )
    const tree = compose(input, [])
    expect(tree.children.slice(1)).toMatchObject([
      {
        type: 'verse',
        children: [{ children: [{ type: 'line' }, { type: 'line' }] }, { type: 'stanza' }],
      },
      { type: 'paragraph' },
      { type: 'list', marked: true, children: [{ type: 'listItem' }, { type: 'listItem' }] },
      { type: 'table', children: [{ children: [{}, {}] }, { children: [{}, {}] }] },
      { type: 'sourceNote' },
    ])
    expect(lines(tree).join('\n')).toBe(
      '歌\n山高\n水远\n月明\n散文。\n一、米\n二、面\n年份\t收成\n去年\t三石\n原注：某',
    )
  })

  it('begins a block where the witnesses do, also where they read differently there', () => {
    const input = collatedOf({ 甲: '登高望。\n只见帆来', 乙: '登高望。\n祇见帆来' }, [
      ['=', 3, 3],
      ['≠', 1, 1],
      ['=', 3, 3],
    ])
    expect(lines(compose(input, [choose(input.work, 1, 1)])).slice(1)).toEqual([
      '登高望。',
      '祇见帆来',
    ])
    const omitted = { ...choose(input.work, 1, 1), lemma: '' }
    expect(lines(compose(input, [omitted])).slice(1)).toEqual(['登高望。', '见帆来'])
  })

  it('wraps a run-in dateline', () => {
    const input = collatedOf({ 甲: '某某社北京1月2日电（记者张三 李四）昨日有雨。' }, [['=', 20]])
    const paragraph = [...leafBlocks(compose(input, []))][1]?.node
    expect(paragraph).toMatchObject({
      children: [{ type: 'dateline' }, { type: 'text', value: '昨日有雨。' }],
    })
    expect(paragraph === undefined ? '' : toText(paragraph)).toBe(
      '某某社北京1月2日电（记者张三 李四）昨日有雨。',
    )
  })

  it.each(['本报讯', '某某日报山城讯'])('wraps a run-in dateline without a day: %s', (opening) => {
    const text = `${opening}（记者 张三 李四）昨日有雨。`
    const input = collatedOf({ 甲: text }, [['=', opening.length + 10]])
    const paragraph = [...leafBlocks(compose(input, []))][1]?.node
    expect(paragraph).toMatchObject({ children: [{ type: 'dateline' }, { type: 'text' }] })
    expect(paragraph === undefined ? '' : toText(paragraph)).toBe(text)
  })

  it('takes no word that ends alike for a dateline', () => {
    const input = collatedOf({ 甲: '两台通讯设备昨日运到。' }, [['=', 10]])
    expect([...leafBlocks(compose(input, []))][1]?.node).toMatchObject({
      children: [{ type: 'text' }],
    })
  })

  it('follows 电 with one space, and drops others between Chinese characters', () => {
    const input = collatedOf({ 甲: '某某社北京1月2日电昨日有　雨。' }, [['=', 14]])
    expect(lines(compose(input, []))[1]).toBe('某某社北京1月2日电 昨日有雨。')
  })

  it('leaves no space before a number that a ruling supplies, in a dateline either', () => {
    const input = collatedOf(
      { 甲: '某某社北京　月日电', 乙: '某某社北京　月日电' },
      [
        ['=', 5, 5],
        ['≠', 2, 2],
        ['=', 1, 1],
      ],
      ['dateline'],
    )
    const supplied = { ...choose(input.work, 1, 0), lemma: '1月2日' }
    expect(lines(compose(input, []))).toContain('某某社北京 月日电')
    expect(lines(compose(input, [supplied]))).toContain('某某社北京1月2日电')
  })

  it('gives an entry the same id whatever is decided', () => {
    const one = [...appsOf(compose(two, [choose(two.work, 1, 1)]))][0]
    const other = [...appsOf(compose(two, [choose(two.work, 1, 0)]))][0]
    expect(one?.id).toBe(other?.id)
    expect(one?.id).toMatch(/^w-[0-9a-f]{6}$/)
  })
})

describe('the title', () => {
  it('is spaced and punctuated as the editor writes it, where the characters agree', () => {
    const input = collatedOf({ 甲: '上半句 下 半句\n正文' }, [['=', 8]], ['title', 'paragraph'])
    const spec = { ...input.work.spec, title: '上半句 下半句' }
    const tree = compose({ ...input, work: { ...input.work, spec } }, [])
    expect(lines(tree)).toEqual(['上半句 下半句', '正文'])
  })

  it('is left alone where the characters differ', () => {
    const input = collatedOf({ 甲: '上半句 下半旬\n正文' }, [['=', 8]], ['title', 'paragraph'])
    const spec = { ...input.work.spec, title: '上半句，下半句' }
    const tree = compose({ ...input, work: { ...input.work, spec } }, [])
    expect(lines(tree)[0]).toBe('上半句 下半旬')
  })
})
