import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../src/encoding/decode.ts'
import { ReadError, readSource } from '../src/index.ts'

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

  it.each([
    ['utf-8', [0xff]],
    ['gb18030', [0xff]],
  ] as const)('reads a byte that is no text in %s as a sign, and says where', (encoding, bad) => {
    const good = iconv.encode(SIMPLIFIED.repeat(20), encoding)
    const at = iconv.encode(SIMPLIFIED.split('\n')[0] ?? '', encoding).length + 1
    const bytes = Buffer.concat([good.subarray(0, at), Buffer.from(bad), good.subarray(at)])
    const { text, messages } = decode('bad.txt', bytes)
    expect(text.replace('\uFFFD', '')).toBe(SIMPLIFIED.repeat(20))
    expect(messages).toMatchObject([
      { file: 'bad.txt', line: 2, column: 1, ruleId: 'damaged-byte', fatal: false },
    ])
  })

  it.each(['gb18030', 'big5'] as const)(
    'reads on in step behind a byte in the middle of a character of %s',
    (encoding) => {
      const line =
        '山上的老人每天都要走很长的路去看他的羊，風雨不改，从来没有人听他說过一个苦字。'.replaceAll(
          /[长从来没听过个羊]/gu,
          '的',
        )
      const good = iconv.encode(line.repeat(6), encoding === 'big5' ? 'big5hkscs' : encoding)
      for (const at of [21, 60, 61, 122]) {
        const bytes = Buffer.concat([good.subarray(0, at), Buffer.from([0xff]), good.subarray(at)])
        const { text, messages } = decode('bad.txt', bytes, { encoding })
        const [before = '', after = '', ...more] = text.split('\uFFFD')
        expect(more).toEqual([])
        expect(line.repeat(6).startsWith(before)).toBe(true)
        expect(line.repeat(6).endsWith(after)).toBe(true)
        expect(before.length + after.length).toBeGreaterThanOrEqual(6 * line.length - 1)
        expect(messages).toHaveLength(1)
      }
    },
  )

  it.each(['utf-8', 'gb18030', 'utf-16le'] as const)(
    'is not misled by the nulls at the end of a file in %s',
    (encoding) => {
      const nulls = Buffer.alloc(5000)
      const { text, encoding: found } = decode(
        'a.txt',
        Buffer.concat([iconv.encode(SIMPLIFIED, encoding), nulls]),
      )
      expect(found).toBe(encoding)
      expect(text.replaceAll('\0', '')).toBe(SIMPLIFIED)
    },
  )

  it('reads a line in another encoding in its own, and says where', () => {
    for (const [own, other] of [
      ['utf-8', 'gb18030'],
      ['gb18030', 'utf-8'],
    ] as const) {
      const pasted = '后来贴上的一行，是从别处来的。\n'
      const bytes = Buffer.concat([
        iconv.encode(SIMPLIFIED, own),
        iconv.encode(pasted, other),
        iconv.encode(SIMPLIFIED.repeat(3), own),
      ])
      const { text, encoding, messages } = decode('two.txt', bytes)
      expect({ text, encoding }).toEqual({
        text: SIMPLIFIED + pasted + SIMPLIFIED.repeat(3),
        encoding: own,
      })
      expect(messages).toMatchObject([
        { line: 3, column: 1, ruleId: 'pasted-encoding', fatal: false },
      ])
      expect(() => decode('two.txt', bytes, { strict: true })).toThrow(ReadError)
    }
  })

  it('refuses it where that is asked for, with its byte', () => {
    const good = Buffer.from(SIMPLIFIED.repeat(3))
    const bytes = Buffer.concat([good.subarray(0, 30), Buffer.from([0xff]), good.subarray(30)])
    const read = (): unknown => readSource('bad.txt', '甲', bytes, { strict: true })
    expect(read).toThrow(ReadError)
    expect(read).toThrow(/bad\.txt: byte 30: /u)
    const cut = Buffer.from(SIMPLIFIED).subarray(0, 31)
    expect(() => readSource('cut.txt', '甲', cut, { strict: true })).toThrow(/cut\.txt: byte 30: /u)
  })

  it('refuses what is no text at all', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => 0x80 + ((i * i * 31) % 0x7d))
    expect(() => readSource('a.bin', '甲', bytes, { encoding: 'utf-8' })).toThrow(ReadError)
  })
})

describe('other countries', () => {
  const JAPANESE = 'ある日の暮方の事である。一人の下人が、羅生門の下で雨やみを待っていた。\n'
  const KOREAN = '옛날 어느 마을에 나무꾼이 살고 있었습니다. 그는 매일 산에 올라갔습니다.\n'
  it.each([
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['euc-kr', KOREAN],
    ['windows-1252', 'Il était une fois, près de la forêt, un bûcheron qui cherchait sa fille.\n'],
  ] as const)('reads %s as what it is', (encoding, text) => {
    expect(decode('a.txt', iconv.encode(text, encoding))).toMatchObject({ text, encoding })
  })

  const ISO = '\u001B$B'
  it.each([
    ['hz', '~{4:Ll@4AK#,~} ~~1923~~\n~{Sf4,??06!#~}\n', '春天来了， ~1923~\n渔船靠岸。\n'],
    ['iso-2022-jp', `${ISO};~7W\u001B(B 1\n${ISO};~7W$,LD$k!#\u001B(B\n`, '時計 1\n時計が鳴る。\n'],
    ['utf-7', '+T+6Un3aElPpbUA-, 1 +- 2\n', '修钟的铺子, 1 + 2\n'],
  ] as const)('reads %s, which has seven bits', (encoding, bytes, text) => {
    const found = decode('a.txt', Buffer.from(bytes, 'latin1'))
    expect(found.encoding).toBe(encoding)
    expect(found.text).toBe(text)
    expect(found.messages).toEqual([])
  })

  it('takes ASCII with such signs in it for ASCII', () => {
    const text = 'if (a+bcd) { x ~{y} }\nhttps://example.org/?q=1+abcd+efg\n'
    expect(decode('a.txt', Buffer.from(text))).toMatchObject({ text, encoding: 'utf-8' })
  })

  it('finds a null in a text of two bytes to a character', () => {
    const bytes = Buffer.from(iconv.encode(SIMPLIFIED.repeat(3), 'gb18030'))
    bytes[40] = 0
    expect(decode('a.txt', bytes).encoding).toBe('gb18030')
  })

  it.each([
    ['utf-8', 'gb18030', SIMPLIFIED],
    ['utf-8', 'windows-1252', SIMPLIFIED],
    ['gb18030', 'windows-1252', SIMPLIFIED],
    ['utf-8', 'gb18030', TRADITIONAL],
    ['big5', 'windows-1252', TRADITIONAL],
    ['utf-8', 'iso-8859-1', SIMPLIFIED],
    ['gb18030', 'iso-8859-1', SIMPLIFIED],
    ['utf-8', 'shift_jis', SIMPLIFIED],
    ['shift_jis', 'gb18030', JAPANESE.repeat(3)],
    ['big5', 'gb18030', TRADITIONAL],
  ] as const)('reads back %s that was read as %s', (encoding, as, text) => {
    // What the wrong reading could not decode is lost.
    const saved = iconv.decode(iconv.encode(text, encoding), as)
    const { text: back, messages } = decode('a.txt', Buffer.from(saved))
    expect(messages).toMatchObject([{ ruleId: 'misread-encoding', fatal: false }])
    const kept = [...back].filter((c) => c !== '\uFFFD').join('')
    expect(kept.length).toBeGreaterThan(0.8 * text.length)
    for (const c of kept) expect(text).toContain(c)
  })

  it.each([
    ['utf-8', 'big5', SIMPLIFIED],
    ['utf-8', 'euc-kr', SIMPLIFIED],
  ] as const)('refuses %s that was read as %s, of which too much is lost', (encoding, as, text) => {
    const saved = iconv.decode(iconv.encode(text, encoding), as)
    expect(() => decode('a.txt', Buffer.from(saved))).toThrow(
      expect.objectContaining({
        messages: [expect.objectContaining({ ruleId: 'lost-encoding', file: 'a.txt' })],
      }),
    )
  })

  it.each([
    SIMPLIFIED,
    TRADITIONAL,
    JAPANESE,
    KOREAN,
    '鹧鸪沅芷，杕杜蓁蓁。',
    'déjà vu “œuvre” — ½',
  ])('leaves %s alone', (text) => {
    expect(decode('a.txt', Buffer.from(text.repeat(30)))).toEqual({
      text: text.repeat(30),
      encoding: 'utf-8',
      messages: [],
    })
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
    const doubt = (file: string, some: Uint8Array) => decode(file, some).messages
    const [first] = doubt('short.txt', bytes)
    expect(first).toMatchObject({ file: 'short.txt', ruleId: 'encoding-uncertain', fatal: false })
    expect(first?.note).toContain('encoding: ')
    expect(doubt('long.txt', iconv.encode(SIMPLIFIED, 'gb18030'))).toEqual([])
    expect(doubt('utf8.txt', Buffer.from('鹧鸪'))).toEqual([])
  })

  it('takes the declared encoding before any other', () => {
    const text = '鹧鸪沅芷'
    const bytes = iconv.encode(text, 'gb18030')
    expect(readSource('a.txt', '甲', bytes, { encoding: 'gb18030' })).toMatchObject({
      text,
      encoding: 'gb18030',
    })
    expect(() =>
      readSource('a.txt', '甲', Buffer.from([0xe4, 0xb8]), { encoding: 'utf-8' }),
    ).toThrow(ReadError)
    const marked = iconv.encode(text, 'utf-16le', { addBOM: true })
    expect(readSource('a.txt', '甲', marked, { encoding: 'utf-16le' }).text).toBe(text)
  })
})
