import {
  type App,
  app,
  appsOf,
  heading,
  leafBlocks,
  type Phrasing,
  paragraph,
  type Recension,
  reading,
  text,
  title,
  toText,
  type Work,
  work,
} from '@huijiao/ast'
import { array, constantFrom, assert as holds, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entriesOf } from '../src/present/entries.ts'
import { withMarks } from '../src/present/place-marks.ts'
import { sayEntry } from '../src/present/say.ts'
import { stringsFor } from '../src/strings/index.ts'

type Has = Readonly<Record<string, string>>

/** An error of transcription: what the lemma is, and what witnesses have; those with the lemma by that text. */
function slip(id: string, lemma: string, has: Has, rest: Partial<App> = {}): App {
  const texts = [...new Set([lemma, ...Object.values(has)])]
  const readings = texts.flatMap((t) => {
    const sigla = Object.keys(has).filter((s) => has[s] === t)
    const type = t === lemma ? 'lemma' : t === '' ? 'omission' : 'substitution'
    return sigla.length === 0 ? [] : [reading(type, t, sigla)]
  })
  return app(id, lemma, readings, { cause: 'noise', certainty: 'high', method: '对校', ...rest })
}

const version = { cause: 'variation' } as const

const RECENSIONS: Recension[] = [
  { id: 'r1', label: '长本', sigla: ['甲', '乙'], base: true },
  { id: 'r2', label: '短本', sigla: ['丙'], base: false },
]

const workOf = (content: (string | Phrasing)[], rest: Parameters<typeof work>[2] = {}): Work =>
  work('w', [heading(1, title('题')), paragraph(...content)], {
    sigla: ['甲', '乙', '丙'],
    base: '甲',
    ...rest,
  })

function told(w: Work, language = 'zh-Hans'): string[] {
  const strings = stringsFor(language)
  return entriesOf(w)
    .filter((e) => e.number > 0)
    .map((entry) => {
      const said = sayEntry(entry, { work: w, strings, cited: new Map(), signed: false })
      return `${said.lemma}${strings.entries.afterLemma}${said.words}`
    })
}

describe('the words of an entry', () => {
  it.each<[name: string, content: (string | Phrasing)[], expected: string]>([
    [
      'a slip, corrected where the base has it',
      ['他在', slip('w-1', '图书', { 甲: '图收', 乙: '图书' }), '馆读书'],
      '图书馆　甲本误作“图收馆”，据乙本改。',
    ],
    [
      'an omission within a word',
      ['他在', slip('w-1', '书', { 甲: '书', 乙: '' }), '店里'],
      '书店　乙本脱“书”字。',
    ],
    [
      'an addition, before the words that follow it',
      ['他', slip('w-1', '', { 甲: '', 乙: '也是' }), '学生'],
      '学生　乙本“学生”上衍“也是”二字。',
    ],
    [
      'words in another order',
      ['关于', slip('w-1', '土地房屋', { 甲: '房屋土地', 乙: '土地房屋' }), '。'],
      '土地房屋　甲本误倒作“房屋土地”，据乙本乙正。',
    ],
    [
      'what no witness has',
      ['他去', slip('w-1', '上海', { 甲: '下海', 乙: '下海' }, {}), '了'],
      '上海　甲、乙本并误作“下海”，今改。',
    ],
    [
      'what nothing decides',
      ['他去', slip('w-1', '上海', { 甲: '上海', 乙: '海上' }, { certainty: 'undecided' }), '了'],
      '上海　乙本作“海上”，孰是未定，今从甲本。',
    ],
  ])('tells of %s', (_name, content, expected) => {
    expect(told(workOf(content))).toEqual([expected])
  })

  it('never judges a version that is not printed', () => {
    const w = workOf(
      ['他在', slip('w-1', '北京', { 甲: '北京', 乙: '北平', 丙: '' }, version), '读书'],
      { recensions: RECENSIONS },
    )
    const [entry] = told(w)
    expect(entry).toMatch(/丙本无/)
    expect(entry).not.toMatch(/丙本(?:脱|误|衍)/)
  })

  it('cuts neither a word nor a number', () => {
    const w = workOf(['他生于19', slip('w-1', '8', { 甲: '3', 乙: '8' }), '4年。'])
    expect(told(w)[0]).toMatch(/^1984　甲本误作“1934”/)
  })

  it('gives the editor’s reason and its source once', () => {
    const ruling = { reason: '文义', citation: '某书', by: '某人', date: '2024-01-01' }
    const w = workOf([
      '他在',
      slip('w-1', '书', { 甲: '收', 乙: '书' }, { ruling }),
      '店里，又',
      slip('w-2', '买', { 甲: '卖', 乙: '买' }, { ruling }),
      '了书。',
    ])
    const [entry, ...others] = told(w)
    expect(others).toEqual([])
    expect(entry?.match(/按：文义（某书）/gu)).toHaveLength(1)
  })

  it('joins what one version has otherwise in a sentence, whatever stands between', () => {
    const shorter = (id: string, lemma: string) =>
      slip(id, lemma, { 甲: lemma, 乙: lemma, 丙: '' }, version)
    const w = workOf(
      [
        '他买了',
        shorter('w-1', '两本'),
        '新书，放在',
        slip('w-2', '桌', { 甲: '桌', 乙: '卓' }),
        '上，',
        shorter('w-3', '慢慢地'),
        '读完了。',
        shorter('w-4', '后来'),
        '又买了。',
      ],
      { recensions: RECENSIONS },
    )
    const notes = entriesOf(w).filter((e) => e.note)
    expect(notes.map((e) => e.loci.map((l) => l.app.id))).toEqual([['w-1', 'w-3'], ['w-4']])
  })

  it('says an error that recurs once, and calls it where it recurs', () => {
    const again = (id: string) => slip(id, '洛', { 甲: '', 乙: '洛' })
    const w = workOf(['他在', again('w-1'), '阳。后来他又到了', again('w-2'), '阳。'])
    expect(told(w)).toEqual(['洛阳　甲本脱“洛”字，据乙本补，下同。'])
  })

  it('reads as the language has it', () => {
    const w = workOf(['他在', slip('w-1', '圖書', { 甲: '圖收', 乙: '圖書' }), '館。'])
    expect(told(w, 'zh-Hant-TW')[0]).toBe('圖書館　甲本誤作「圖收館」，據乙本改。')
    expect(told(w, 'en')[0]).toBe('圖書館] “圖收館” 甲, wrongly, corrected from 乙.')
  })
})

describe('a passage that a version lacks', () => {
  const shorter = (id: string, lemma: string) =>
    slip(id, lemma, { 甲: lemma, 乙: lemma, 丙: '' }, version)
  const w = work(
    'w',
    [
      heading(1, title('题')),
      paragraph('春天来了。'),
      paragraph(
        shorter('w-1', '他从家里走出来，一直走到城外的桥边，看见'),
        slip('w-2', '花', { 甲: '花', 乙: '化' }),
        shorter('w-3', '开了'),
        '。',
      ),
      paragraph(shorter('w-4', '于是他又走回去了'), '。'),
    ],
    { sigla: ['甲', '乙', '丙'], base: '甲', recensions: RECENSIONS },
  )

  it('has one note, and what others have within it an entry of its own', () => {
    expect(told(w)).toEqual([
      '花开　乙本误作“化开”。',
      '自“他从家里走出来”至“于是他又走回去了”二段　丙本无。',
    ])
    expect(entriesOf(w).map((e) => e.note)).toEqual([false, true])
  })
})

describe('every locus', () => {
  const piece = record({
    before: constantFrom('他在图书馆里读书', '，于是', '。后来', '1984年', '的', ''),
    lemma: constantFrom('书', '看见了', '', '19', '上海', '春天来了'),
    has: constantFrom('书', '', '看', '下海', '3'),
    who: constantFrom('甲', '乙', '丙'),
    kind: constantFrom('noise', 'variation', 'open', 'mark'),
  })
  const works = array(piece, { maxLength: 12 }).map((pieces) =>
    workOf(
      pieces.flatMap(({ before, lemma, has, who, kind }, i): (string | Phrasing)[] => {
        const others = { 甲: lemma, 乙: lemma, 丙: lemma, [who]: has }
        const rest: Partial<App> =
          kind === 'open'
            ? { certainty: 'undecided' }
            : kind === 'mark'
              ? { layer: 'punctuation' }
              : { cause: kind === 'noise' ? 'noise' : 'variation' }
        return [before, slip(`w-${i}`, lemma, others, rest)]
      }),
      { recensions: RECENSIONS },
    ),
  )

  it('is in exactly one entry', () => {
    holds(
      property(works, (w) => {
        const ids = entriesOf(w).flatMap((e) => e.loci.map((l) => l.app.id))
        expect(ids.toSorted()).toEqual([...appsOf(w)].map((a) => a.id).toSorted())
      }),
      { seed: 17 },
    )
  })

  it('leaves the text and its blocks as they are', () => {
    holds(
      property(works, (w) => {
        const marked = withMarks(w, entriesOf(w))
        const lines = (one: Work) => [...leafBlocks(one)].map((b) => toText(b.node))
        expect(lines(marked)).toEqual(lines(w))
        expect([...appsOf(marked)]).toEqual([])
      }),
      { seed: 17 },
    )
  })

  it('is named where a word of the entry has every witness that it names', () => {
    holds(
      property(works, (w) => {
        const all = told(w).join('')
        for (const a of appsOf(w)) {
          if (a.layer === 'punctuation' && a.certainty !== 'undecided') continue
          const others = a.readings.filter((r) => r.type !== 'lemma').flatMap((r) => r.sigla)
          for (const siglum of others) expect(all).toContain(siglum)
        }
      }),
      { seed: 17 },
    )
  })
})

describe('the marks in a work', () => {
  it('stand after the word, in ruby and emphasis as in plain text', () => {
    const w = work('w', [
      heading(1, title('题')),
      paragraph('他', {
        type: 'strong',
        children: [text('在'), slip('w-1', '书', { 甲: '收', 乙: '书' }), text('店里')],
      }),
    ])
    const marked = withMarks(w, entriesOf(w))
    const block = [...leafBlocks(marked)][1]?.node
    const inner = block?.type === 'paragraph' ? block.children[1] : undefined
    expect(JSON.stringify(inner, ['type', 'children', 'value'])).toBe(
      '{"type":"strong","children":[{"type":"text","value":"在"},{"type":"entryMark","children":[{"type":"text","value":"书店"}]},{"type":"text","value":"里"}]}',
    )
  })
})
