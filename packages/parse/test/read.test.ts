import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { encodingDoubt, ReadError, readSource } from '../src/read/index.ts'

const SIMPLIFIED = '我们的生活正在一天天地好起来，这是大家都看得到的事情。\n第二行也是一样。\n'
const TRADITIONAL = '我們的生活正在一天天地好起來，這是大家都看得到的事情。\n第二行也是一樣。\n'

describe('readSource', () => {
  it.each([
    ['utf-8', SIMPLIFIED, Buffer.from(SIMPLIFIED)],
    ['utf-8', SIMPLIFIED, Buffer.from(`\uFEFF${SIMPLIFIED}`)],
    ['utf-16le', SIMPLIFIED, iconv.encode(SIMPLIFIED, 'utf-16le', { addBOM: true })],
    ['utf-16be', SIMPLIFIED, iconv.encode(SIMPLIFIED, 'utf-16be', { addBOM: true })],
    ['utf-16le', SIMPLIFIED, iconv.encode(SIMPLIFIED, 'utf-16le', { addBOM: false })],
    ['utf-16be', SIMPLIFIED, iconv.encode(SIMPLIFIED, 'utf-16be', { addBOM: false })],
    ['gb18030', SIMPLIFIED, iconv.encode(SIMPLIFIED, 'gb18030')],
    ['big5', TRADITIONAL, iconv.encode(TRADITIONAL, 'big5')],
    ['utf-8', '', Buffer.from('')],
    ['utf-8', 'plain ASCII\n', Buffer.from('plain ASCII\n')],
  ])('recognises %s', (encoding, text, bytes) => {
    const source = readSource('a.txt', '甲', bytes)
    expect(source.text).toBe(text)
    expect(source.encoding).toBe(encoding)
    expect(source.points.join('')).toBe(text)
  })

  it('names the byte where the text breaks off', () => {
    const good = Buffer.from(SIMPLIFIED.repeat(3))
    const bytes = Buffer.concat([good.subarray(0, 30), Buffer.from([0xff]), good.subarray(30)])
    const read = (): unknown => readSource('bad.txt', '甲', bytes)
    expect(read).toThrow(ReadError)
    expect(read).toThrow(/bad\.txt: byte 30: /u)
  })

  it('names the byte where a sequence is cut short at the end of the file', () => {
    const bytes = Buffer.from(SIMPLIFIED).subarray(0, 31)
    expect(() => readSource('cut.txt', '甲', bytes)).toThrow(/cut\.txt: byte 30: /u)
  })
})

describe('an encoding that the bytes do not settle', () => {
  it.each([
    ['gb18030', '他的生活'],
    ['big5', '這個時候'],
    ['gb18030', '我们的生活正在一天天地好起来。'],
  ])('reads a short file in %s: %s', (encoding, text) => {
    expect(readSource('a.txt', '甲', iconv.encode(text, encoding))).toMatchObject({
      text,
      encoding,
    })
  })

  it('says so, and what to declare', () => {
    const bytes = iconv.encode('鹧鸪沅芷', 'gb18030')
    const doubt = encodingDoubt('short.txt', bytes)
    expect(doubt).toMatchObject({ file: 'short.txt', ruleId: 'encoding-uncertain', fatal: false })
    expect(doubt?.note).toContain('encoding: ')
    expect(encodingDoubt('long.txt', iconv.encode(SIMPLIFIED, 'gb18030'))).toBeNull()
    expect(encodingDoubt('utf8.txt', Buffer.from('鹧鸪'))).toBeNull()
  })

  it('takes the declared encoding before any other', () => {
    const text = '鹧鸪沅芷'
    const bytes = iconv.encode(text, 'gb18030')
    expect(readSource('a.txt', '甲', bytes, 'gb18030')).toMatchObject({ text, encoding: 'gb18030' })
    expect(() => readSource('a.txt', '甲', Buffer.from([0xe4, 0xb8]), 'utf-8')).toThrow(ReadError)
    const marked = iconv.encode(text, 'utf-16le', { addBOM: true })
    expect(readSource('a.txt', '甲', marked, 'utf-16le').text).toBe(text)
  })
})
