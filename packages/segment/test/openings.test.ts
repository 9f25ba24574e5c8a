import { describe, expect, it } from 'vitest'
import { pageOf } from '../src/atoms.ts'
import { measures } from '../src/layout.ts'
import { openingsOf } from '../src/openings.ts'
import { runsInto } from '../src/stubs.ts'
import { beginningOf, endingOf, textOf } from '../src/syntax.ts'
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

describe('a short line above a headline', () => {
  const text = '河水慢慢涨起来了。\n渡口的老船工\n沿河各村开始修筑新堤\n工程分三期进行。'
  const seen = { ...linesOf(text), heads: [-9, 1, 6, -9], flow: 2 }

  it('is text cut short on a page out of order', () => {
    expect(runsInto(seen, 1)).toBe(true)
  })

  it('belongs to the headline that it stands nearer to, and where the page is in order', () => {
    const apart = linesOf(text.replace('\n', '\n\n\n'))
    expect(runsInto({ ...seen, page: apart.page }, 1)).toBe(false)
    expect(runsInto({ ...seen, flow: 4 }, 1)).toBe(false)
    expect(runsInto({ ...seen, heads: [-9, 3, 6, -9] }, 1)).toBe(false)
  })
})
