import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { describe, expect, test } from 'vitest'
import { readText } from '../src/runs.ts'
import { upright } from '../src/vertical.ts'

const said = (text: string | ElementContent, language = 'zh-Hans'): string =>
  readText(upright(h('p', text), language)).trim()

describe('marks of vertical lines', () => {
  test('are those of the mainland, or those of Taiwan and Hong Kong', () => {
    expect(said('“江‘月’”')).toBe('『江「月」』')
    expect(said('“江‘月’”', 'zh-Hant')).toBe('「江『月』」')
    expect(said('“江‘月’”', 'zh-Hant-HK')).toBe('「江『月』」')
    expect(said('“江‘月’”', 'zh-Hant-CN')).toBe('『江「月」』')
  })

  test('apostrophes stay what they are, within quotations too', () => {
    expect(said('O’Brien，Don’t，’75年')).toBe('O’Brien，Don’t，’75年')
    expect(said('“‘O’Brien’说”')).toBe('『「O’Brien」说』')
  })

  test('a quotation left open in one block opens none in the next', () => {
    const [first, second] = [h('p', '‘江'), h('p', 'Fowlers’ 书')]
    expect(said(h('div', [first, second]))).toMatch('Fowlers’ 书')
  })
})
