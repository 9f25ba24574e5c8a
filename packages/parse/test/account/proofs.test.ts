import type { CollatedWork, Decision, LogicalBlock, Source } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../readings/src/align/tokenize.ts'
import { lemmaOf } from '../../../readings/src/loci/lemma.ts'
import { adjacency } from '../../src/account/adjacency.ts'
import type { LedgerRow } from '../../src/account/ledger.ts'
import { onceOnly } from '../../src/account/once-only.ts'
import { choose, collatedOf, textOf } from '../compose/material.ts'

const LENGTH = 36
const BRIDGE = '村口的石桥是百年前修的桥面窄得只容一辆牛车通过雨天行人都要停下来等对面的'
const MARKET = '逢集的日子河边摆满竹筐卖鱼的卖菜的卖布的挤在一处孩子们在人缝里钻来钻去谁'
const FERRY = '渡船靠在西岸船夫坐在舱口抽烟看见有人招手才慢慢站起身来把竹篙往水里一点船'

const placedOf = (work: CollatedWork, decisions: readonly Decision[] = []) => ({
  work,
  lemma: lemmaOf(work, decisions),
  blockOf: [],
})

/** The whole of each file as text of the work. */
const rowsOf = (sources: ReadonlyMap<string, Source>): LedgerRow[] =>
  [...sources.values()].map((s) => ({
    file: s.file,
    start: 0,
    end: s.points.length,
    role: 'text',
    work: 'w',
    block: 1,
  }))

describe('adjacency', () => {
  const { work, sources } = collatedOf({ 甲: `${BRIDGE}\n${MARKET}\n${FERRY}` }, [
    ['=', 3 * LENGTH],
  ])
  const [source] = [...sources.values()]
  if (source === undefined) throw new Error('a source')
  /** The work with its blocks in another order, the second of them with or without a recorded join. */
  const reordered = (order: readonly number[], join: Partial<LogicalBlock> = {}): CollatedWork => {
    const text = textOf(source, 'w')
    const blocks = order.flatMap((k, place) => {
      const block = text.blocks[k]
      return block === undefined ? [] : [place === 1 ? { ...block, ...join } : block]
    })
    return { ...work, witnesses: [tokenize({ ...text, blocks }, source)] }
  }
  const proved = (w: CollatedWork, rows = rowsOf(sources)) =>
    adjacency(placedOf(w), [], new Map(), rows, sources)

  it('holds where the text runs as the file does', () => {
    expect(proved(work)).toEqual([])
  })

  it('is broken where blocks changed places and nothing says so, at the line and column', () => {
    const found = proved(reordered([0, 2, 1]))
    expect(found.map((m) => [m.ruleId, m.file, m.line, m.column])).toEqual([
      ['adjacency', '甲.txt', 3, 1],
      ['adjacency', '甲.txt', 2, 1],
    ])
    expect(found[0]?.actual).toBe(`${BRIDGE.slice(-10)}｜${FERRY.slice(0, 10)}`)
  })

  it('holds at a recorded join', () => {
    const join = { kind: 'break', certainty: 'high', evidence: [] } as const
    expect(proved(reordered([0, 2, 1], { join })).map((m) => m.line)).toEqual([2])
  })

  it('is broken where text of the file is passed over, and holds where that is furniture', () => {
    const passed = reordered([0, 2])
    expect(
      adjacency(
        { ...placedOf(passed), lemma: placedOf(work).lemma.slice(0, 2 * LENGTH) },
        [],
        new Map(),
        rowsOf(sources),
        sources,
      ),
    ).toHaveLength(1)
    const [row] = rowsOf(sources)
    const told: LedgerRow[] =
      row === undefined
        ? []
        : [
            { ...row, end: LENGTH + 1 },
            { ...row, start: LENGTH + 1, end: 2 * LENGTH + 2, role: 'running-head' },
            { ...row, start: 2 * LENGTH + 2 },
          ]
    expect(
      adjacency(
        { ...placedOf(passed), lemma: placedOf(work).lemma.slice(0, 2 * LENGTH) },
        [],
        new Map(),
        told,
        sources,
      ),
    ).toEqual([])
  })

  it('asks nothing at a gap or a variant', () => {
    const w = reordered([0, 2, 1])
    const gaps = new Map([
      [LENGTH, { evidence: [] }],
      [2 * LENGTH, { evidence: [] }],
    ])
    expect(adjacency(placedOf(w), [], gaps, rowsOf(sources), sources)).toEqual([])
  })
})

describe('once only', () => {
  const rules = (
    work: CollatedWork,
    decisions: readonly Decision[],
    sources: Map<string, Source>,
  ) => onceOnly(placedOf(work, decisions), decisions, {}, sources).map((m) => [m.ruleId, m.file])

  it('is broken where two copies have a passage once, each at another place', () => {
    const moved = collatedOf(
      { 甲: `${BRIDGE}\n${MARKET}\n${FERRY}`, 乙: `${MARKET}\n${FERRY}\n${BRIDGE}` },
      [
        ['≠', LENGTH, 0],
        ['=', 2 * LENGTH, 2 * LENGTH],
        ['≠', 0, LENGTH],
      ],
    )
    const kept = [choose(moved.work, 0, 0), choose(moved.work, 2, 1)]
    expect(rules(moved.work, kept, moved.sources)).toEqual([['printed-twice', '乙.txt']])
    expect(
      rules(
        moved.work,
        [kept[0] ?? choose(moved.work, 0, 0), choose(moved.work, 2, 0)],
        moved.sources,
      ),
    ).toEqual([])
  })

  it('holds where a copy has a passage twice', () => {
    const text = `${BRIDGE}\n${MARKET}\n${BRIDGE}`
    const refrain = collatedOf({ 甲: text, 乙: text }, [['=', 3 * LENGTH, 3 * LENGTH]])
    expect(rules(refrain.work, [], refrain.sources)).toEqual([])
  })

  it('is broken where two voices have a passage that is not printed, unless an editor ruled', () => {
    const mixed = collatedOf(
      { 甲: `${BRIDGE}\n${MARKET}`, 乙: `${BRIDGE}\n${FERRY}`, 丙: `${BRIDGE}\n${FERRY}` },
      [
        ['=', LENGTH, LENGTH, LENGTH],
        ['≠', LENGTH, LENGTH, LENGTH],
      ],
    )
    const decision = choose(mixed.work, 1, 0)
    expect(rules(mixed.work, [decision], mixed.sources)).toEqual([['left-out', '丙.txt']])
    const ruling = { reason: '', by: '', date: '2020-01-01' }
    expect(rules(mixed.work, [{ ...decision, ruling }], mixed.sources)).toEqual([])
  })

  it('takes copies of one printing for one voice', () => {
    const mixed = collatedOf({ 甲: MARKET, 乙: FERRY, 丙: FERRY }, [['≠', LENGTH, LENGTH, LENGTH]])
    const decision = choose(mixed.work, 0, 0)
    const families = { 乙: 'x', 丙: 'x' }
    expect(onceOnly(placedOf(mixed.work, [decision]), [decision], families, mixed.sources)).toEqual(
      [],
    )
  })
})
