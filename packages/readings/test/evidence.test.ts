import type { CollatedWork, Decision } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { decide } from '../src/decide.ts'
import { collated } from './builders.ts'

const first = (...works: CollatedWork[]): Decision => {
  const found = decide(works, [], []).decisions.find((d) => d.locus.layer === 'content')
  if (found === undefined) throw new Error('no locus')
  return found
}
const kinds = (d: Decision, supports: string): string[] =>
  d.evidence.filter((e) => e.supports === supports).map((e) => e.reason.kind)

describe('对校', () => {
  it('counts independent voices', () => {
    const d = first(
      collated({ 甲: '他把信寄给了兄长', 乙: '他把信寄给了兄弟', 丙: '他把信寄给了兄弟' }),
    )
    expect(d.lemma).toBe('弟')
    expect(d.method).toBe('对校')
  })

  it('counts a family once', () => {
    const work = collated({
      甲: '他把信寄给了兄长',
      乙: '他把信寄给了兄弟',
      丙: '他把信寄给了兄弟',
    })
    const families = { 乙: '一', 丙: '一' }
    const [d] = decide([work], [], [], { families }).decisions
    expect(d?.evidence.filter((e) => e.reason.kind === 'witnesses' && e.weight > 0.5)).toEqual([])
  })

  it('is not sure by number alone where the other reading has two voices too', () => {
    const [long, brother] = ['他把信寄给了兄长', '他把信寄给了兄弟']
    const three = { 丙: brother, 丁: brother, 戊: brother }
    expect(first(collated({ 甲: long, ...three }))).toMatchObject({
      lemma: '弟',
      certainty: 'high',
    })
    const d = first(collated({ 甲: long, 乙: long, ...three }))
    expect(d.cause).toBe('variation')
    expect(d.certainty).not.toBe('high')
  })

  it('abstains where two voices are balanced and nothing else speaks', () => {
    const d = first(collated({ 甲: '他把信寄给了兄长', 乙: '他把信寄给了兄弟' }))
    expect(['high', 'medium']).not.toContain(d.certainty)
  })
})

describe('他校', () => {
  const report = {
    甲: '河上的石桥是由村民修缮的，至今还在使用。',
    乙: '河上的石桥是由村民修建的，至今还在使用。',
  }
  const quoting = (text: string, siglum = '丙') => collated({ [siglum]: text }, { id: 'other' })

  it('follows a work in another file that quotes the passage', () => {
    const d = first(collated(report), quoting('文中说：“石桥是由村民修建的，至今还在使用。”'))
    expect(d).toMatchObject({ lemma: '建', method: '他校', certainty: 'high' })
  })

  it('hears nothing from the same file', () => {
    const d = first(collated(report), quoting('文中说：“石桥是由村民修建的，至今还在使用。”', '乙'))
    expect(kinds(d, '建')).not.toContain('quotation')
  })

  it('leaves to the editor what no witness of the work has', () => {
    const { 甲, 乙 } = { 甲: report.甲, 乙: report.乙.replace('修建', '修补') }
    const d = first(
      collated({ 甲, 乙 }),
      quoting('文中说：“河上的石桥是由村民修建的，至今还在使用。”'),
    )
    expect(kinds(d, '建')).toContain('quotation')
    expect(d).toMatchObject({ lemma: '缮', method: null, certainty: 'undecided' })
  })

  it('is not taken in by a similar sentence that differs in substance', () => {
    const d = first(collated(report), quoting('山下的木亭是由村民修建的凉亭，早已拆除。'))
    expect(d.certainty).not.toBe('high')
  })

  it('suspects what all direct witnesses share where a quotation says otherwise', () => {
    const speech = collated({
      甲: '他们对邻村都怀着羡意和敬重，也愿意走过去看看',
      乙: '他们对邻村都怀着羡意和敬重，也愿意走过去看看',
    })
    const { suspicions, decisions } = decide(
      [speech, quoting('他说：“他们对邻村都怀着谢意和敬重，也愿意走过去看看。”')],
      [],
      [],
    )
    expect(decisions).toEqual([])
    expect(suspicions).toContainEqual(expect.objectContaining({ work: 'work', suggestion: '谢' }))
  })

  it('suspects a word of a sentence that a report takes over and goes on in its own words', () => {
    const told =
      '如何让这艘大船躲过冰山急流、穿过狂风巨浪，不偏航、不迷失、不碰撞？这是头一个问题。'
    const speech = collated({ 甲: told, 乙: told })
    const suspected = (report: string) =>
      decide([speech, quoting(report)], [], []).suspicions.flatMap((s) =>
        s.work === 'work' ? [s.suggestion] : [],
      )
    const taken = '面对风浪，大船如何躲过冰山急流、穿过狂风巨浪，不偏航、'
    expect(suspected(`${taken}不失速、不碰撞？他作了回答。`)).toEqual(['失速'])
    // The sentence goes on, or says it at another length: that is a wording of its own.
    expect(suspected(`${taken}不失速、不碰撞，这要看掌舵的人。`)).toEqual([])
    expect(suspected(`${taken}不失去方向、不碰撞？他作了回答。`)).toEqual([])
    expect(suspected('他问：巨浪，不偏航、不失速、不碰撞？有人作了回答。')).toEqual([])
  })
})

describe('理校', () => {
  it('knows a set phrase, rare as it is', () => {
    const d = first(collated({ 甲: '先辈们毕路蓝缕，开辟山林', 乙: '先辈们筚路蓝缕，开辟山林' }))
    expect(d).toMatchObject({ lemma: '筚', method: '理校' })
    expect(kinds(d, '筚')).toEqual(expect.arrayContaining(['set-phrase']))
  })

  it('does not prefer a common word to a right rare one by frequency', () => {
    const d = first(collated({ 甲: '他在堂前踯躅了许久', 乙: '他在堂前等候了许久' }))
    expect(d.certainty === 'high' && d.lemma === '等候').toBe(false)
  })

  it('takes out a doubled character', () => {
    const d = first(collated({ 甲: '这是一个简单的的道理', 乙: '这是一个简单的道理' }))
    expect(d.lemma).toBe('')
    expect(kinds(d, '')).toContain('dittography')
  })

  it('lets a doubled character stand between two words', () => {
    const d = first(collated({ 甲: '他是医学会员，大家都认识', 乙: '他是医学会会员，大家都认识' }))
    expect(kinds(d, '')).not.toContain('dittography')
  })

  it('sees where the eye skipped', () => {
    const d = first(
      collated({
        甲: '总之我们要发展农业，我们要发展工业，这是大事',
        乙: '总之我们要发展工业，这是大事',
      }),
    )
    expect(d.lemma).toContain('发展农业')
  })

  it('completes correlatives', () => {
    const d = first(collated({ 甲: '他们不会唱歌，还会跳舞', 乙: '他们不仅会唱歌，还会跳舞' }))
    expect(d.lemma).toBe('仅')
    expect(kinds(d, '仅')).toContain('correlatives')
  })

  it('rejects a decade that is none', () => {
    const d = first(collated({ 甲: '那是1984年代的旧事', 乙: '那是1980年代的旧事' }))
    expect(d).toMatchObject({ lemma: '0' })
    expect(kinds(d, '0')).toContain('number')
  })

  it('rejects a repeated member of a list', () => {
    const d = first(
      collated({ 甲: '邻居愿意同他们做朋友、做朋友', 乙: '邻居愿意同他们做伙伴、做朋友' }),
    )
    expect(d.lemma).toContain('伙伴')
    expect(kinds(d, d.lemma)).toContain('repetition')
  })
})

describe('forms and recensions', () => {
  it('takes the form of the script that the work is written in', () => {
    const d = first(
      collated({ 甲: '这是最起碼的准则，大家都要遵守', 乙: '这是最起码的准则，大家都要遵守' }),
    )
    expect(d).toMatchObject({ lemma: '码', method: '本校' })
  })

  it('corrects neither of two recensions', () => {
    const recensions = [
      { id: 'late', label: '定稿', sigla: ['甲'], base: true },
      { id: 'early', label: '初稿', sigla: ['乙'], base: false },
    ]
    const work = collated(
      {
        甲: { text: '会议决定推迟三天举行，以便准备', recension: 'late' },
        乙: { text: '会议决定推迟五天举行，以便准备', recension: 'early' },
      },
      { recensions },
    )
    expect(first(work)).toMatchObject({ lemma: '三', cause: 'variation' })
  })

  it('sees one transposition where two characters changed places', () => {
    const d = first(collated({ 甲: '请你收好甲乙丙', 乙: '请你收好丙乙甲' }))
    expect(d.locus.readings.map((r) => r.text)).toEqual(['甲乙丙', '丙乙甲'])
  })
})

describe('punctuation', () => {
  it('is decided apart from content and never blocks it', () => {
    const { decisions } = decide(
      [collated({ 甲: '山高，水长, 路远。', 乙: '山高、水长、路远。', 丙: '山高、水长、路远。' })],
      [],
      [],
    )
    expect(decisions.every((d) => d.locus.layer === 'punctuation')).toBe(true)
    expect(decisions.map((d) => d.lemma)).toEqual(['、', '、'])
  })

  it('takes half-width marks for the same sign', () => {
    expect(decide([collated({ 甲: '好, 走吧!', 乙: '好，走吧！' })], [], []).decisions).toEqual([])
  })
})

describe('what is suspected of a decision', () => {
  const passage = '桥头立着一块青石碑，碑上刻着修桥人的名字，共有三十六户人家'
  const before = '入秋以后老桥终于修好了，镇上的人都说比从前还要结实。'
  const after = '到了赶集的日子，远近的乡亲都挑着担子从桥上走过去看热闹。'
  const recensions = [
    { id: 'late', label: '定稿', sigla: ['甲', '乙'], base: true },
    { id: 'early', label: '初稿', sigla: ['丙'], base: false },
  ]
  const work = collated(
    {
      甲: { text: `${before}${passage}。${after}`, recension: 'late' },
      乙: { text: `${before}${passage}。${after}`, recension: 'late' },
      丙: { text: before + after, recension: 'early' },
    },
    { recensions },
  )
  const quoted = (text: string) => collated({ 丁: text }, { id: 'other' })

  it('makes it less than certain where another file quotes its words otherwise', () => {
    expect(first(work)).toMatchObject({ lemma: expect.stringContaining('青石'), certainty: 'high' })
    const d = first(work, quoted(`他写道：“${passage.replace('修桥', '捐钱')}。”`))
    expect(d).toMatchObject({ lemma: expect.stringContaining('修桥'), certainty: 'medium' })
    expect(kinds(d, '捐钱')).toEqual(['quotation'])
  })

  it('leaves it certain where a report tells the same in words of its own', () => {
    const told = quoted(`镇志载，${before}${passage.replace('修桥', '捐钱')}。${after}`)
    const { suspicions } = decide([work, told], [], [])
    expect(suspicions.map((s) => s.certainty)).toContain('low')
    expect(first(work, told).certainty).toBe('high')
    // Its own file says nothing new.
    const own = collated({ 甲: `他写道：“${passage.replace('修桥', '捐钱')}。”` }, { id: 'other' })
    expect(first(work, own).certainty).toBe('high')
  })
})
