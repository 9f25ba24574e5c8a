import type { BlockRole } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { idleSpaces } from '../../src/align/spacing.ts'

/** The text without its idle spaces. */
function kept(text: string, role: BlockRole = 'paragraph'): string {
  const points = [...text]
  const idle = idleSpaces({ role, parts: [{ start: 0, end: points.length }] }, points)
  return points.filter((_, at) => !idle.has(at)).join('')
}

describe('idle spaces', () => {
  it('are those of prose set apart, wherever they stand', () => {
    expect(kept('春 天 来 了 ，河边 的 柳树 绿 了 。')).toBe('春天来了 ，河边的柳树绿了 。')
  })

  it('are those far inside a paragraph, but not those of the dateline that opens it', () => {
    const text = `本报山城五月三日电 （记者 王小明 李大山）${'河水流过山城。'.repeat(12)}两岸 人家。`
    expect(kept(text)).toBe(
      `本报山城五月三日电 （记者 王小明 李大山）${'河水流过山城。'.repeat(12)}两岸人家。`,
    )
  })

  it('are not those after the word that ends a dateline', () => {
    const text = `${'河水流过山城。'.repeat(12)}（新华社山城五月三日电 记者王小明）`
    expect(kept(text)).toBe(text)
  })

  it('are not those that part the halves of a headline or the names of a byline', () => {
    expect(kept('春风又绿 江南岸', 'title')).toBe('春风又绿 江南岸')
    expect(kept('王小明 李大山 赵一川', 'byline')).toBe('王小明 李大山 赵一川')
  })

  it('are those between the characters of a headline set apart, its wide gaps aside', () => {
    expect(kept('荷 塘 月 色', 'title')).toBe('荷塘月色')
    expect(kept('荷 塘 月 色　　散 文 一 篇', 'title')).toBe('荷塘月色　　散文一篇')
  })

  it('are not those between words of other scripts or around digits', () => {
    expect(kept('the old bridge 建于 1912 年')).toBe('the old bridge 建于 1912 年')
  })
})
