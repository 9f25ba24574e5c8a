import { describe, expect, it } from 'vitest'
import { supported } from './weigh-in.ts'

const numbers = (a: string, b: string) => supported('number', a, b)

describe('numbers', () => {
  it('that cannot be speak for the other reading', () => {
    expect(numbers('那是1984年代的旧事', '那是1980年代的旧事')).toEqual(['0'])
    expect(numbers('会议在2001年13月召开', '会议在2001年12月召开')).toEqual(['2'])
    expect(numbers('定于6月31日开工', '定于6月21日开工')).toEqual(['2'])
    expect(numbers('定于二月三十日开工', '定于二月二十日开工')).toEqual(['二'])
    expect(numbers('上午9时75分到达', '上午9时15分到达')).toEqual(['1'])
  })

  it('that contradict each other speak against the one that does', () => {
    expect(numbers('1953年至1937年他住在城里', '1923年至1937年他住在城里')).toEqual(['2'])
    expect(numbers('展览于5月28日至21日举行', '展览于5月18日至21日举行')).toEqual(['1'])
  })

  it('are not confused with counts and scores', () => {
    // Thirteen months, thirty-six hours, a score, a share, a score of a game at the end of a time.
    expect(numbers('这座塔修了13月零5天', '这座塔修了12月零5天')).toEqual([])
    expect(numbers('值守了36时又10分钟', '值守了26时又10分钟')).toEqual([])
    expect(numbers('终场时75分比68分', '终场时15分比68分')).toEqual([])
    expect(numbers('到了9点75分之一归他', '到了9点15分之一归他')).toEqual([])
    expect(numbers('展览于5月28日至6月2日举行', '展览于5月18日至6月2日举行')).toEqual([])
  })

  it('say nothing where all are possible, likely or not', () => {
    expect(numbers('到会的有1980人', '到会的有1984人')).toEqual([])
    expect(numbers('定于6月30日开工', '定于6月20日开工')).toEqual([])
  })

  it('beside the difference are no ground against a reading', () => {
    expect(numbers('那是1984年代的往事了', '那是1984年代的旧事了')).toEqual([])
  })
})
