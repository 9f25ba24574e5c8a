import { describe, expect, it } from 'vitest'
import { decide } from '../src/decide.ts'
import { collated } from './builders.ts'

const certainty = (texts: Record<string, string>): string | undefined =>
  decide([collated(texts)], [], []).decisions.find((d) => d.locus.layer === 'content')?.certainty

describe('what one voice alone has', () => {
  const before = '入秋以后老桥终于修好了，镇上的人都说比从前还要结实'
  const after = '到了赶集的日子，远近的乡亲都挑着担子从桥上走过去'
  const passage = '，桥头立着一块青石碑，碑上刻着修桥人的名字，共有三十六户人家'

  it('is never sure, however firmly the rest speaks for it', () => {
    expect(certainty({ 甲: before + passage + after, 乙: before + after })).not.toBe('high')
  })
})

describe('recensions', () => {
  const recensions = [
    { id: 'long', label: '繁本', sigla: ['甲'], base: true },
    { id: 'short', label: '简本', sigla: ['乙'], base: false },
  ]
  const witness = (text: string, recension: string) => ({ text, recension })
  const two = (a: string, b: string) =>
    decide(
      [collated({ 甲: witness(a, 'long'), 乙: witness(b, 'short') }, { recensions })],
      [],
      [],
    ).decisions.find((d) => d.locus.layer === 'content')

  it('make nothing certain by being two', () => {
    const d = two('峥嵘千里，一望无边的大江', '峥嵘万里，一望无边的大江')
    expect(d).toMatchObject({ lemma: '千', cause: 'variation' })
    expect(d?.certainty).not.toBe('high')
    expect(d?.evidence.map((e) => e.reason.kind)).toContain('recension')
  })

  it('have no voice on what they lack', () => {
    const passage = '桥头立着一块青石碑，碑上刻着修桥人的名字。'
    const d = two(`老桥修好了。${passage}赶集去。`, '老桥修好了。赶集去。')
    expect(d?.evidence.filter((e) => e.reason.kind === 'witnesses' && e.supports === '')).toEqual(
      [],
    )
    expect(d?.lemma).not.toBe('')
  })
})
