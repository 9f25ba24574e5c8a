import type { InputError } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../readings/src/decide.ts'
import { lemmaOf } from '../../../readings/src/loci/lemma.ts'
import { collated } from '../../../readings/test/builders.ts'
import { withRulings } from '../../src/config/append.ts'
import { parseRulings } from '../../src/config/rulings.ts'

const yaml = (...rulings: [locus: string, reading: string][]): string =>
  rulings
    .map(
      ([locus, reading]) =>
        `- work: work\n  locus: "${locus}"\n  reading: "${reading}"\n  method: 理校\n  reason: 试\n  by: 编者\n  date: 2024-01-01\n`,
    )
    .join('')

const texts = {
  甲: '他们常走河路而。山还是那座山，他把信寄给了兄长。',
  乙: '他们常走河过路。山还是那座山，他把信寄给了兄弟。',
}

function rule(...rulings: [string, string][]) {
  const decided = decide([collated(texts)], [], parseRulings(yaml(...rulings), 'rulings.yaml'))
  const [work] = decided.works
  const text =
    work === undefined
      ? ''
      : lemmaOf(work, decided.decisions)
          .map((c) => c.t)
          .join('')
  const messages = decided.rulingMessages.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.fatal}`)
  return { ...decided, text, messages }
}

describe('rulings', () => {
  it('win, where the mark runs over agreed characters', () => {
    const { text, messages, works } = rule(['常走{河路而}', '河过路'])
    expect(text).toContain('他们常走河过路山还是')
    expect(messages).toEqual([])
    for (const w of [0, 1]) {
      let at = 0
      for (const u of works[0]?.units ?? []) {
        expect(u.spans[w]?.[0]).toBe(at)
        at = u.spans[w]?.[1] ?? at
      }
    }
  })

  it('may replace, put in and take out where all agree', () => {
    expect(rule(['山还是那{座}山', '片']).text).toContain('山还是那片山')
    expect(rule(['山还是{}那座山', '原来']).text).toContain('山还是原来那座山')
    expect(rule(['山{还}是那座', '']).text).toContain('山是那座山')
  })

  it('lay down punctuation', () => {
    const { punctuation, messages } = rule(['那座山{，}他把信', '。'])
    expect(messages).toEqual([])
    expect(
      punctuation
        .get('work')
        ?.filter((s) => s.decision?.ruling)
        .map((s) => s.close),
    ).toEqual(['。'])
  })

  it('lay down the marks of a reading with its characters', () => {
    const marksOf = (locus: string, reading: string) => {
      const { punctuation, text, messages } = rule([locus, reading])
      const slots = punctuation.get('work') ?? []
      const set = slots.flatMap((s, i) =>
        s.decision?.ruling ? [`${text[i - 1] ?? ''}|${s.close}${s.open}|${text[i] ?? ''}`] : [],
      )
      return { text, set, messages }
    }
    expect(marksOf('那座山{，他}把信', '。她，')).toEqual({
      text: expect.stringContaining('那座山她把信'),
      set: ['山|。|她', '她|，|把'],
      messages: [],
    })
    expect(marksOf('那座山{，他}把信', '他').set).toEqual(['山||他'])
    expect(marksOf('那座山，{他}把信', '“他”').set).toEqual(['山|，“|他', '他|”|把'])
    expect(marksOf('那座山{，他把}信', '').set).toEqual(['山||信'])
    // Nobody writes a mark there: the ruling on the characters is enough.
    expect(marksOf('还是{那座山，}他把', '').set).toEqual([])
    expect(marksOf('那座山，{他}把信', '她').set).toEqual([])
  })

  it('are reported where they match nothing, twice, contradict or repeat', () => {
    expect(rule(['无此{语}句', '言']).messages).toEqual(['2:10 ruling-unmatched true'])
    expect(rule(['{山}', '水']).messages).toEqual(['2:10 ruling-ambiguous true'])
    expect(rule(['寄给了兄{长}', '弟'], ['给了兄{长}', '友']).messages).toEqual([
      '9:10 ruling-contradiction true',
    ])
    expect(rule(['寄给了兄{长}', '弟'], ['给了兄{长}', '弟']).messages).toEqual([
      '9:10 ruling-repeated false',
    ])
  })

  it('are reported where the program decides the same', () => {
    const three = collated({
      甲: '寄给了兄长和老人',
      乙: '寄给了兄弟和老人',
      丙: '寄给了兄弟和老人',
    })
    const { rulingMessages } = decide(
      [three],
      [],
      parseRulings(yaml(['寄给了兄{长}', '弟']), 'r.yaml'),
    )
    expect(rulingMessages.map((m) => m.ruleId)).toEqual(['ruling-redundant'])
  })

  it('with an unknown key or without braces are errors at their place', () => {
    const fault = (text: string): string => {
      try {
        parseRulings(text, 'r.yaml')
      } catch (error) {
        return (error as InputError).message
      }
      return ''
    }
    expect(fault(`${yaml(['兄{长}', '弟'])}  colour: red\n`)).toMatch(
      /r\.yaml:8:3: error unknown-key/u,
    )
    expect(fault(yaml(['兄长', '弟']))).toMatch(/r\.yaml:2:10: error ruling-marking/u)
  })
})

describe('appending', () => {
  const ruling = {
    work: 'w',
    locus: '兄{长}',
    reading: '弟',
    method: '理校',
    reason: '试: 一',
    by: '编者',
    date: '2024-01-01',
  }

  it('keeps comments and formatting, and reads back', () => {
    const before = `# 裁定\n\n  ${yaml(['常走{河路而}', '河过路']).trimEnd().replaceAll('\n', '\n  ')} # 末\n`
    const after = withRulings(before, [ruling])
    expect(after.startsWith(before)).toBe(true)
    expect(parseRulings(after, 'r.yaml').map((r) => r.reading)).toEqual(['河过路', '弟'])
  })

  it('starts a file, and fills an empty list', () => {
    expect(parseRulings(withRulings('', [ruling]), 'r.yaml')).toHaveLength(1)
    expect(parseRulings(withRulings('# 无\n[]\n', [ruling]), 'r.yaml')).toHaveLength(1)
  })

  it('keeps line ends, and finds room where the end of the file leaves none', () => {
    const crlf = yaml(['常走{河路而}', '河过路']).replaceAll('\n', '\r\n')
    const after = withRulings(crlf, [ruling])
    expect(after.startsWith(crlf)).toBe(true)
    expect(after.replaceAll('\r\n', '')).not.toContain('\n')
    for (const end of ['...\n', 'null\n', '~']) {
      const before = end === '...\n' ? yaml(['常走{河路而}', '河过路']) : ''
      const read = parseRulings(withRulings(before + end, [ruling]), 'r.yaml')
      expect(read.map((r) => r.reading).at(-1)).toBe('弟')
      expect(read).toHaveLength(before === '' ? 1 : 2)
    }
  })
})

describe('a malformed file', () => {
  const faults = (text: string): string => {
    try {
      parseRulings(text, 'r.yaml')
    } catch (error) {
      return (error as InputError).message
    }
    return ''
  }
  const good = yaml(['兄{长}', '弟'])

  it.each([
    ['a mapping where a list is wanted', 'work: letter\n', /r\.yaml:1:1: error/u],
    ['a reading that is no text', good.replace('"弟"', '[弟]'), /r\.yaml:3:12: error/u],
    ['a method that is none', good.replace('理校', '猜'), /r\.yaml:4:11: error/u],
    ['a date that is none', good.replace('2024-01-01', '去年'), /r\.yaml:7:9: error/u],
    ['a missing reason', good.replace('  reason: 试\n', ''), /r\.yaml:1:3: error/u],
    ['an empty reason', good.replace('reason: 试', 'reason: ""'), /r\.yaml:5:11: error/u],
    [
      'two marked places',
      good.replace('兄{长}', '{兄}{长}'),
      /r\.yaml:2:10: error ruling-marking/u,
    ],
    ['an open brace', good.replace('兄{长}', '兄{长'), /r\.yaml:2:10: error ruling-marking/u],
    [
      'a key that stands twice',
      good.replace('  by: 编者\n', '  by: 编者\n  by: 他\n'),
      /r\.yaml:7:3/u,
    ],
    ['text that is no YAML', `${good}- [\n`, /r\.yaml:\d+:\d+: error/u],
  ])('is reported at its place: %s', (_, text, place) => {
    expect(faults(text)).toMatch(place)
  })

  it('reports every fault at once', () => {
    const text = good.replace('理校', '猜') + good.replace('"弟"', '3')
    expect(faults(text).match(/error/gu)?.length).toBeGreaterThanOrEqual(2)
  })
})
