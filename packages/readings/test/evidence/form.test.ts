import { describe, expect, it } from 'vitest'
import { supported } from './weigh-in.ts'

const form = (a: string, b: string) => supported('form', a, b)

describe('forms of characters', () => {
  it('are those of the script that the work is written in', () => {
    expect(form('这是最起碼的准则，大家都要遵守', '这是最起码的准则，大家都要遵守')).toEqual(['码'])
    expect(
      form('這條河從東邊的山裏流過來，雨後很渾濁', '這條河從東邊的山裏流過来，雨後很渾濁'),
    ).toEqual(['來'])
  })

  it('may be those of the other script in a word that keeps them', () => {
    expect(form('這幅畫畫的是皇后，從宮裏傳下來的', '這幅畫畫的是皇後，從宮裏傳下來的')).toEqual([
      '后',
    ])
    expect(form('這條街長三公里，從東門數過來', '這條街長三公裏，從東門數過來')).toEqual(['里'])
    expect(form('这本书写的是乾隆年间的旧事', '这本书写的是干隆年间的旧事')).toEqual(['乾'])
  })

  it('are no matter of script where the characters are different ones', () => {
    expect(form('这是最起碼的准则，大家都要遵守', '这是最起马的准则，大家都要遵守')).toEqual([])
  })
})
