import type { CollatedWork, Decision } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { decide } from '../src/decide.ts'
import { collated } from './builders.ts'

const marks = (...works: CollatedWork[]): Decision[] =>
  decide(works, [], []).decisions.filter((d) => d.locus.layer === 'punctuation')
const kinds = (d: Decision | undefined, supports: string): string[] =>
  (d?.evidence ?? []).filter((e) => e.supports === supports).map((e) => e.reason.kind)

describe('punctuation', () => {
  it('is decided by independent voices', () => {
    const [d] = marks(collated({ 甲: '山高、水长。', 乙: '山高，水长。', 丙: '山高，水长。' }))
    expect(d).toMatchObject({ lemma: '，', method: '对校' })
  })

  it('follows what pairs: a quotation that opens must close', () => {
    const [d] = marks(
      collated({ 甲: '他说：“明天再来。大家都散了', 乙: '他说：“明天再来。”大家都散了' }),
    )
    expect(d?.lemma).toBe('。”')
    expect(kinds(d, '。”')).toContain('pairing')
  })

  it('does not add a mark for the sake of a pair that stands without it', () => {
    const [d] = marks(
      collated({ 甲: '他说：“明天再来。”大家都散了', 乙: '他说：“明天再来。”大家”都散了' }),
    )
    expect(d?.lemma).toBe('')
    expect(kinds(d, '”')).not.toContain('pairing')
  })

  it('ends a text with a stop', () => {
    const [d] = marks(collated({ 甲: '大家都散了，', 乙: '大家都散了。' }))
    expect(d?.lemma).toBe('。')
    expect(kinds(d, '。')).toContain('end')
  })

  it('ends a paragraph with a stop, and a heading without', () => {
    const [prose] = marks(
      collated({ 甲: '天亮了，他才走\n大家都散了。', 乙: '天亮了，他才走。\n大家都散了。' }),
    )
    expect(prose?.lemma).toBe('。')
    expect(kinds(prose, '。')).toContain('end')
    const [heading] = marks(
      collated({ 甲: '天亮以后\n大家都散了。', 乙: '天亮以后。\n大家都散了。' }),
    )
    expect(kinds(heading, '。')).not.toContain('end')
  })

  it('asks where the sentence asks, and not where it tells', () => {
    const [asks] = marks(collated({ 甲: '你是谁。他没有说', 乙: '你是谁？他没有说' }))
    expect(kinds(asks, '？')).toContain('question')
    const [tells] = marks(collated({ 甲: '天亮了。他没有说', 乙: '天亮了？他没有说' }))
    expect(kinds(tells, '？')).not.toContain('question')
  })

  it('keeps the commas of a list alike', () => {
    const [d] = marks(collated({ 甲: '有桃、李、杏，梅四种', 乙: '有桃、李、杏、梅四种' }))
    expect(d?.lemma).toBe('、')
    expect(kinds(d, '、')).toContain('list')
  })

  it('hears another file that has the same words, and not the same file', () => {
    const differing = { 甲: '石桥由村民修建、至今还在使用', 乙: '石桥由村民修建，至今还在使用' }
    const quote = (siglum: string) =>
      collated({ [siglum]: '文中说石桥由村民修建，至今还在使用' }, { id: 'other' })
    expect(kinds(marks(collated(differing), quote('丙'))[0], '，')).toContain('quotation')
    expect(kinds(marks(collated(differing), quote('乙'))[0], '，')).not.toContain('quotation')
  })

  it('hears a witness beside a character that it has another for, but not beside a longer passage', () => {
    const [d] = marks(
      collated({
        甲: '登高远望只见孤帆。',
        乙: '登高远望，祇见孤帆。',
        丙: '登高远望，祇见孤帆。',
      }),
    )
    expect(d).toMatchObject({ lemma: '，', method: '对校' })
    const longer = { 甲: '登高远望只见孤帆。', 乙: '登高远望，水天一色，只见孤帆。' }
    expect(marks(collated(longer)).map((m) => m.locus.offset)).not.toContain(3)
  })

  it('does not hear a witness that sets none at all', () => {
    const text =
      '清早起来，天还没有亮。院子里很静，只有井边的水声。他走到门口，站了一会儿，又回到屋里，把灯点亮了。'
    const bare = text.replaceAll(/[，。]/gu, '')
    const works = [collated({ 甲: text, 乙: bare })]
    expect(marks(...works)).toEqual([])
    expect(decide(works, [], []).unmarked).toEqual([{ work: 'work', siglum: '乙' }])
    const half = text.replace('，天', '天')
    expect(marks(collated({ 甲: text, 乙: half }))).toHaveLength(1)
  })

  it('hears it where nobody else speaks', () => {
    const bare =
      '清早起来天还没有亮院子里很静只有井边的水声他走到门口站了一会儿又回到屋里把灯点亮了'
    expect(marks(collated({ 甲: bare, 乙: bare }))).toEqual([])
    expect(decide([collated({ 甲: bare, 乙: bare })], [], []).unmarked).toEqual([])
  })

  it('is undecided where nothing speaks, and then the base text stands', () => {
    const [d] = marks(collated({ 甲: '春天来了，花都开了', 乙: '春天来了；花都开了' }))
    expect(d).toMatchObject({ lemma: '，', method: null, certainty: 'undecided' })
  })

  it('changes no character', () => {
    const text = (mark: string) => `春天来了${mark}花都开了`
    const { decisions } = decide([collated({ 甲: text('，'), 乙: text('；') })], [], [])
    expect(decisions.filter((d) => d.locus.layer === 'content')).toEqual([])
  })
})
