import { describe, expect, it } from 'vitest'
import { supported } from './weigh-in.ts'

const correlatives = (a: string, b: string) => supported('correlatives', a, b)

describe('correlatives', () => {
  it('are completed by either half', () => {
    expect(correlatives('他们不会唱歌，还会跳舞', '他们不仅会唱歌，还会跳舞')).toEqual(['仅'])
    expect(correlatives('因为下了大雪，所以停课', '因为下了大雪，可以停课')).toEqual(['所'])
    expect(correlatives('只有多加练习，才能学好', '只要多加练习，才能学好')).toEqual(['有'])
  })

  it('are not completed by the same characters in another word', () => {
    expect(correlatives('队里只有两个厨师，人才不够', '队里只用两个厨师，人才不够')).toEqual([])
    expect(correlatives('如果念完中学，就业要晚几年', '如今念完中学，就业要晚几年')).toEqual([])
    expect(correlatives('虽然路途遥远，却步的不多', '虽说路途遥远，却步的不多')).toEqual([])
  })

  it('do not reach over the end of a sentence, nor into the middle of a clause', () => {
    const [both, first] = ['他们不仅会唱歌', '他们不止会唱歌']
    const next = '。唱完以后，还会跳舞'
    expect(correlatives(both + next, first + next)).toEqual([])
    const within = '，大家都知道他会跳舞还会画画'
    expect(correlatives(both + within, first + within)).toEqual([])
  })

  it('say nothing where the difference touches neither half', () => {
    expect(correlatives('不仅会唱歌，还会跳舞', '不仅会唱戏，还会跳舞')).toEqual([])
    expect(
      correlatives('不仅我会唱歌，住在城里的哥哥也会唱歌', '不仅我会唱歌，哥哥也会唱歌'),
    ).toEqual([])
  })
})
