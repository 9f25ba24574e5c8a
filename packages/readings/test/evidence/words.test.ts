import { describe, expect, it } from 'vitest'
import { supported } from './weigh-in.ts'

describe('set phrases', () => {
  const phrase = (a: string, b: string) => supported('set-phrase', a, b)

  it('are completed, rare as their characters are', () => {
    expect(phrase('先辈们毕路蓝缕，开辟山林', '先辈们筚路蓝缕，开辟山林')).toEqual(['筚'])
    expect(phrase('大家要在接再厉，把活干完', '大家要再接再厉，把活干完')).toEqual(['再'])
  })

  it('are not preferred to another wording of themselves', () => {
    expect(phrase('他听得莫明其妙，只好走开', '他听得莫名其妙，只好走开')).toEqual([])
  })

  it('are none of four characters that meet by chance', () => {
    expect(phrase('他对着一心一意学习的弟弟笑', '他对着一心一意学画的弟弟笑')).toEqual([])
    expect(phrase('山上下着雨，山下晴', '山上下着雪，山下晴')).toEqual([])
  })
})

describe('words', () => {
  const words = (a: string, b: string) => supported('wordhood', a, b)

  it('hold a reading where the other leaves fragments', () => {
    expect(words('村民们冒雨抢修被种毁的桥梁', '村民们冒雨抢修被冲毁的桥梁')).toEqual(['冲'])
  })

  it('do not prefer the common to the rare that is as good', () => {
    expect(words('他在堂前踯躅了许久', '他在堂前的一了许久')).not.toContain('的一')
    expect(words('湖上飞过一只鸬鹚，不见了', '湖上飞过一只的鹚，不见了')).toEqual(['鸬'])
  })
})
