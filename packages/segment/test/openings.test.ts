import { describe, expect, it } from 'vitest'
import { pageOf } from '../src/page/atoms.ts'
import { beginningOf, endingOf, textOf } from '../src/page/syntax.ts'
import { measures } from '../src/survey/layout.ts'
import { openingsOf } from '../src/survey/openings.ts'
import { readSource } from './sources.ts'

function linesOf(text: string) {
  const page = pageOf(readSource('一.txt', '甲', new TextEncoder().encode(text)), 0, [])
  const texts = page.atoms.map((atom) => textOf(page, atom))
  return {
    page,
    measure: measures(page),
    heads: texts.map(() => -9),
    endings: texts.map(endingOf),
    beginnings: texts.map(beginningOf),
  }
}

const PARAGRAPH = '　　河水在春天里慢慢涨起来了，岸边的柳树也绿了。'
const BROKEN = '　　渡口的老船工每天清晨就把木船划到对岸，等着赶集的'

describe('the form of a line', () => {
  it('tells a paragraph where a page indents its paragraphs', () => {
    const lines = [PARAGRAPH, BROKEN, '人们上船来说话。', PARAGRAPH, PARAGRAPH, BROKEN, '人们。']
    const found = openingsOf(linesOf([...lines, PARAGRAPH, PARAGRAPH].join('\n')))
    expect(found[2]).toBeLessThan(-1)
    expect(found[6]).toBeLessThan(-1)
    expect(found[3]).toBeGreaterThan(0.5)
  })

  it('tells it where columns leave first lines short', () => {
    const full = '渡口的老船工每天清晨就把木船划到对岸等着'
    const first = full.slice(0, -2)
    const lines = Array.from({ length: 6 }, () => [first, full, full, '人们上船。']).flat()
    const found = openingsOf(linesOf(lines.join('\n')))
    expect(found[4]).toBeGreaterThan(1)
    expect(found[5]).toBeLessThan(-1)
    expect(found[7]).toBe(0)
  })

  it('says nothing where all lines begin alike', () => {
    const lines = Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? PARAGRAPH : BROKEN))
    const found = openingsOf(linesOf(lines.join('\n')))
    for (const value of found) expect(Math.abs(value)).toBeLessThan(0.3)
  })
})
