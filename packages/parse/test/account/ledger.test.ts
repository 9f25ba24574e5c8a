import type { Tile } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { lemmaOf } from '../../../readings/src/loci/lemma.ts'
import { ledgerOf } from '../../src/account/ledger.ts'
import { collatedOf } from '../compose/material.ts'

describe('ledgerOf', () => {
  const { work } = collatedOf({ 甲: '一二三四\n五六' }, [['=', 6]])
  const placed = { work, lemma: lemmaOf(work, []), blockOf: [2, 2, 3, 3, 4, 4] }
  const tiles: Tile[] = [
    { file: '甲.txt', start: 5, end: 7, role: 'text', work: 'w' },
    { file: '甲.txt', start: 4, end: 5, role: 'whitespace' },
    { file: '甲.txt', start: 0, end: 4, role: 'text', work: 'w' },
  ]

  it('orders the tiles and cuts a tile whose text went to two blocks', () => {
    expect(ledgerOf(tiles, [placed])).toEqual([
      { file: '甲.txt', start: 0, end: 2, role: 'text', work: 'w', block: 2 },
      { file: '甲.txt', start: 2, end: 4, role: 'text', work: 'w', block: 3 },
      { file: '甲.txt', start: 4, end: 5, role: 'whitespace', work: '', block: null },
      { file: '甲.txt', start: 5, end: 7, role: 'text', work: 'w', block: 4 },
    ])
  })

  it('leaves text of no known work without a block, for the conservation check to find', () => {
    const stray: Tile[] = [{ file: '甲.txt', start: 0, end: 7, role: 'text' }]
    expect(ledgerOf(stray, [placed])).toMatchObject([{ role: 'text', block: null }])
  })
})
