import { lookAlike, soundAlike } from '@huijiao/text'
import { describe, expect, it } from 'vitest'
import { supported } from './weigh-in.ts'

describe('look-alikes', () => {
  const looks = (a: string, b: string) => supported('look-alike', a, b)

  it('explain how a word was broken', () => {
    expect(looks('这件事末来还会有人记得', '这件事未来还会有人记得')).toEqual(['未'])
    expect(looks('他住在半山腰的木屋旱', '他住在半山腰的木屋里')).toEqual([])
    expect(looks('大家一起来讨沦这个计划', '大家一起来讨论这个计划')).toEqual(['论'])
  })

  it('explain nothing where both readings are words', () => {
    expect(lookAlike('土', '士')).toBe(true)
    expect(looks('他在院子里看见一位战士', '他在院子里看见一位战土')).toEqual(['士'])
    expect(looks('他拿起一把刀，又放下', '他拿起一把力，又放下')).not.toEqual(['力'])
    expect(looks('门口站着三个大人', '门口站着三个犬人')).not.toEqual(['犬'])
    expect(looks('屋里点着一盏灯，人进去了', '屋里点着一盏灯，又进去了')).toEqual([])
  })

  it('do not make a common word of a rare one that is as good', () => {
    expect(lookAlike('踯', '掷')).toBe(true)
    expect(looks('他在门前踯躅了很久', '他在门前掷躅了很久')).toEqual(['踯'])
  })
})

describe('sound-alikes', () => {
  const sounds = (a: string, b: string) => supported('sound-alike', a, b)

  it('explain how a word was broken', () => {
    expect(sounds('他以经走了很远的路', '他已经走了很远的路')).toEqual(['已'])
  })

  it('explain nothing where both readings are words', () => {
    expect(soundAlike('利', '力')).toBe(true)
    expect(sounds('他们知道自己有什么权利', '他们知道自己有什么权力')).toEqual([])
    expect(sounds('这是他的长处和公式', '这是他的长处和公事')).toEqual([])
  })

  it('are not what only looks alike, or neither', () => {
    expect(soundAlike('未', '末')).toBe(false)
    expect(sounds('这件事末来还会有人记得', '这件事未来还会有人记得')).toEqual([])
    expect(sounds('他以经走了很远的路', '他曾经走了很远的路')).toEqual([])
  })
})
