import { describe, expect, it } from 'vitest'
import { rawFile, readFileAs } from '../src/index.ts'

const read = async (file: string, text: string) => {
  const { sources } = await readFileAs(rawFile(file, Buffer.from(text)), '甲')
  const [source] = sources
  if (source === undefined) throw new Error('nothing read')
  const asides = (source.map?.asides ?? []).map(({ kind, text: words }) => `${kind} ${words}`)
  return { text: source.text, asides, pages: source.pages ?? [] }
}

describe('headings that head each page', () => {
  const PAGES =
    '# 灯塔\n\n# 港志\n\n灯塔建在礁石上，守塔的人\n\n# 港志\n\n姓卢。\n\n他养着一只猫。\n'

  it('are running heads where one stands within a sentence; the title of the document is none', async () => {
    const found = await read('a.md', PAGES)
    expect(found.text.split('\n').filter((line) => line !== '')).toEqual([
      '灯塔',
      '灯塔建在礁石上，守塔的人',
      '姓卢。',
      '他养着一只猫。',
    ])
    expect(found.asides).toEqual(['running-head # 港志', 'running-head # 港志'])
    expect(found.pages).toHaveLength(2)
  })

  it.each([
    ['sentences end before them', PAGES.replace('守塔的人', '守塔的人姓卢。')],
    ['they stand once', PAGES.replace('# 港志\n\n灯塔', '灯塔')],
  ])('are headings where %s', async (_, text) => {
    expect((await read('a.md', text)).asides).toEqual([])
  })
})

describe('formulas', () => {
  it.each([
    ['水温约 $1 8 ^ { \\circ } C$ ，占 $9 5 \\%$ 。', '水温约 18°C ，占 95% 。'],
    ['面积 $1 2 \\mathrm { m } ^ { 2 }$ ，误差 $\\pm 0 . 5$', '面积 12m² ，误差 ±0.5'],
    ['式 $H _ { 2 } O$ 与 $3 \\times 4$', '式 H₂O 与 3×4'],
    // What plain characters cannot say stays, and so do prices.
    ['积分 $\\int _ { 0 } ^ { x } f$ 见下', '积分 $\\int _ { 0 } ^ { x } f$ 见下'],
    ['价 $30 到 $50 之间', '价 $30 到 $50 之间'],
  ])('are the characters that they stand for: %s', async (written, plain) => {
    expect((await read('a.md', `${written}\n`)).text).toBe(`${plain}\n`)
  })
})

describe('what OCRmyPDF says of pages that it skipped', () => {
  it('stands aside', async () => {
    const found = await read('a.txt', '[OCR skipped on page(s) 1-2]灯塔\n\n灯塔建在礁石上。\n')
    expect(found.text).toBe('灯塔\n\n灯塔建在礁石上。\n')
    expect(found.asides).toEqual(['other [OCR skipped on page(s) 1-2]'])
  })
})

describe('a bare link on a digit', () => {
  it('is a digit behind another, unless its note stands in the document', async () => {
    const page = (notes: string): string =>
      `<p>长12<a href="#n5">5</a>米，宽8米<a href="#n1">1</a>。</p>${notes}`
    expect((await read('a.html', page(''))).text.trim()).toBe('长125米，宽8米。')
    const both = await read('a.html', page('<p id="n5">5 约数。</p><p id="n1">1 约数。</p>'))
    expect(both.text.trim()).toBe('长12米，宽8米。')
  })
})

describe('a word in angle brackets', () => {
  it('is text where nothing closes it and no element of HTML is written so', async () => {
    const text = '泛型写作 List<String>，换行写作<br>，\n见<b>下</b>文，若 x<y 则 &lt;退出&gt;。\n'
    expect((await read('a.txt', text)).text.replaceAll('\n', '')).toBe(
      '泛型写作 List<String>，换行写作，见下文，若 x<y 则 <退出>。',
    )
  })
})
