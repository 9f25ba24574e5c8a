import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringsFor } from '@huijiao/hast/strings'
import { LETTER, letterEdition } from '@huijiao/noise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRulings } from '../src/config/rulings.ts'
import { describePassage } from '../src/explain/describe.ts'
import { explain } from '../src/explain/explain.ts'
import { collateEdition, type EditionResult } from '../src/pipeline.ts'
import { collated } from '../src/processor.ts'
import { readEdition } from '../src/read/edition.ts'

const A = LETTER
const B = A.replace('海棠尽落', '海棠尽洛').replace('养于', '养')

let folder: string
let result: EditionResult
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-explain-'))
  await mkdir(join(folder, 'witnesses'))
  for (const [path, text] of letterEdition(A, B)) await writeFile(join(folder, path), text)
  result = collated(await readEdition(folder, { rulings: true }))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const zhHans = stringsFor('zh-Hans')

const told = (query: string): string[] =>
  explain(result, query).map((p) => describePassage(p, result.input.sources, zhHans).join('\n'))

describe('explain', () => {
  it('says evidence in the language of the edition', () => {
    const [passage] = explain(result, '海棠尽落')
    if (passage === undefined) throw new Error('no passage')
    const lines = (language: string): string =>
      describePassage(passage, result.input.sources, stringsFor(language)).join('\n')
    expect(lines('zh-Hant-TW')).toMatch(/轉錄之誤/)
    expect(lines('zh-Hant-TW')).not.toMatch(/转录|“|证/)
    expect(lines('en')).toMatch(/certainty|undecided/)
    // Words of the texts and the name of a method are Chinese in English too.
    expect(lines('en')).not.toMatch(/[：；（）]/)
  })

  it('tells of a locus by words of either witness, with places, method and evidence', () => {
    for (const query of ['海棠尽落', '海棠尽洛']) {
      const [text = '', ...others] = told(query)
      expect(others).toEqual([])
      expect(text).toContain('甲 a.txt:3:10  海棠尽落')
      expect(text).toContain('乙 b.txt:3:10  海棠尽洛')
      expect(text).toMatch(/letter-\w{6} {2}. ］/u)
      expect(text).toMatch(/[本对理他]校 \d\.\d → /u)
    }
  })

  it('tells of a locus by its id', () => {
    const id = /letter-\w{6}/u.exec(told('尽落')[0] ?? '')?.[0] ?? ''
    const [passage, ...others] = explain(result, id)
    expect(others).toEqual([])
    expect(passage?.work).toBe('letter')
    expect(passage?.witnesses.map((w) => [w.siglum, w.line, w.column, w.text])).toEqual([
      ['甲', 3, 13, '落'],
      ['乙', 3, 13, '洛'],
    ])
  })

  it('tells of an omission where it is', () => {
    const [passage] = explain(result, '养于瓷盆')
    expect(passage?.witnesses.map((w) => w.text)).toEqual(['养于瓷盆', '养瓷盆'])
    const readings = passage?.decisions.map((d) => d.decision.locus.readings.map((r) => r.text))
    expect(readings?.map((r) => r.toSorted())).toEqual([['', '于']])
  })

  it('works where all agree, marks and space aside', () => {
    const [text = '', ...others] = told('共坐 廊下饮茶')
    expect(others).toEqual([])
    expect(text).toContain('甲 a.txt:3:46  共坐廊下，饮茶')
    expect(text).toContain('各本相同，无异文。')
  })

  it('tells of every place that the words fit', () => {
    expect(explain(result, '庭中').map((p) => p.after.slice(0, 2))).toEqual(['海棠', '月色'])
  })

  it('tells of a gap, by the words beside it or by its sign', () => {
    const rulings = parseRulings(
      '- work: letter\n  locus: "午后{}客来"\n  gap: missing\n  extent: 约缺三字\n  method: 理校\n  reason: 文义不续\n  by: 编者\n  date: 2024-01-01\n',
      'rulings.yaml',
    )
    const torn = collateEdition({ ...result.input, rulings })
    for (const query of ['午后客来', '［……］']) {
      const [passage, ...others] = explain(torn, query)
      expect(others).toEqual([])
      if (passage === undefined) throw new Error('no passage')
      const text = describePassage(passage, torn.input.sources, zhHans).join('\n')
      expect(text).toContain('缺文：瓷盆之中午后［……］客来共坐廊下')
      expect(text).toContain('约缺三字；文义不续（编者按：编者 2024-01-01）')
    }
    expect(explain(torn, '庭中海棠')[0]?.gaps).toEqual([])
    expect(explain(result, '［……］')).toEqual([])
  })

  it('finds nothing where nothing is', () => {
    expect(explain(result, '无此语')).toEqual([])
    expect(explain(result, '，')).toEqual([])
    expect(explain(result, '')).toEqual([])
  })
})
