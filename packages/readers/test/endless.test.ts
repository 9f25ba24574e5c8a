import { InputError } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { rawFile, readFileAs, readSource } from '../src/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a file that repeats itself', () => {
  it('is no text read in a wrong encoding, though its marks would be fewer in another', () => {
    const text = `昨夜风雨大作${'　'.repeat(30_000)}庭中海棠尽落。`
    const source = readSource('a.txt', '甲', bytes(text))
    expect(source.text).toBe(text)
    expect(source.encoding).toBe('utf-8')
  })

  it('is refused with line and column where one of its lines has no end', async () => {
    const file = rawFile('a.txt', bytes(`题\n${'花'.repeat(1_000_001)}\n`))
    const error = await readFileAs(file, '甲').catch((fault: unknown) => fault)
    expect((error as InputError).messages).toMatchObject([
      { file: 'a.txt', ruleId: 'line-too-long', line: 2, column: 1_000_001 },
    ])
    const most = rawFile('a.txt', bytes('花'.repeat(1_000_000)))
    expect((await readFileAs(most, '甲')).sources).toHaveLength(1)
  })

  it('is refused with its name where elements stand inside each other without end', async () => {
    const file = rawFile('a.html', bytes(`<!doctype html><html><body>${'<b>'.repeat(30_000)}花`))
    const error = await readFileAs(file, '甲').catch((fault: unknown) => fault)
    expect(error).toBeInstanceOf(InputError)
    expect((error as InputError).messages).toMatchObject([{ file: 'a.html', ruleId: 'too-deep' }])
  })
})
