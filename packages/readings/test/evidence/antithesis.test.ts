import { describe, expect, it } from 'vitest'
import { supported } from './weigh-in.ts'

const antithesis = (a: string, b: string) => supported('antithesis', a, b)

describe('antithesis', () => {
  it('is formed with the counterpart of a word nearby', () => {
    expect(antithesis('从小处着手，从大处着眼', '从小处着手，从本处着眼')).toEqual(['大'])
    expect(
      antithesis(
        '风高浪急天气坏，水浅船难行，水深鱼才多',
        '风高浪急天气坏，水浅船难行，水清鱼才多',
      ),
    ).toEqual(['深'])
  })

  it('is not formed by an opposite that stands in another word', () => {
    expect(antithesis('他爱读小说，也爱看大山', '他爱读小说，也爱看青山')).toEqual([])
    expect(antithesis('他昨天来过，今天又去河边', '他昨天来过，今天又到河边')).toEqual([])
  })

  it('is not formed where both readings are counterparts', () => {
    expect(antithesis('他有远亲和近亲，来的是远亲', '他有远亲和近亲，来的是近亲')).toEqual([])
  })

  it('does not reach beyond the near words', () => {
    const far = '这一年的雨水比往年都多，地里的庄稼长得很好'
    expect(antithesis(`从小处着手。${far}。从大处着眼`, `从小处着手。${far}。从本处着眼`)).toEqual(
      [],
    )
  })
})
