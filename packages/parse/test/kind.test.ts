import { sourceOf } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { kindOf } from '../src/discover/kind.ts'

const kind = (text: string) =>
  kindOf(sourceOf(text, { file: 'a.txt', siglum: '甲', sha256: '', encoding: 'utf-8' }))
const paragraph = `${'昨夜风雨大作，庭中海棠尽落。晨起扫之，得花一筐，不忍弃去。'.repeat(10)}\n`
const text = paragraph.repeat(20)

describe('the kind of a file', () => {
  it('is a careful hand where nothing stands between the characters that no hand sets', () => {
    expect(kind(text)).toBe('manual')
  })

  it('is recognition where spaces, half-width marks and letters stray among them', () => {
    expect(kind(text.replace('海棠', '海 棠').replace('不忍', '不l忍'))).toBe('ocr')
  })

  it('is not told a careful hand from a few lines', () => {
    expect(kind(paragraph)).toBe('ocr')
  })
})
