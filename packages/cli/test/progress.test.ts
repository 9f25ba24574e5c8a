import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { en } from '../src/words/en.ts'
import { progress } from '../src/progress.ts'

/** A stream that keeps what is written, as a terminal or not. */
function stream(isTTY: boolean): { stream: NodeJS.WriteStream; text: () => string } {
  const through = new PassThrough()
  const chunks: Buffer[] = []
  through.on('data', (chunk: Buffer) => chunks.push(chunk))
  return {
    stream: Object.assign(through, { isTTY }) as unknown as NodeJS.WriteStream,
    text: () => Buffer.concat(chunks).toString(),
  }
}

describe('progress', () => {
  it('writes plain lines where the output is no terminal', () => {
    const { stream: to, text } = stream(false)
    const { step, done } = progress('book', 'lines', en.timeLeft, to)
    step('align')
    step('decide')
    done()
    expect(text()).toBe('book: align\nbook: decide\n')
  })

  it('is silent there where the output is for a program', () => {
    const { stream: to, text } = stream(false)
    const { step, done } = progress('book', 'silent', en.timeLeft, to)
    step('align')
    done()
    expect(text()).toBe('')
  })

  it('keeps one line of a terminal, and leaves none', () => {
    const { stream: to, text } = stream(true)
    const { step, done } = progress('book', 'lines', en.timeLeft, to)
    step('align')
    step('decide')
    done()
    expect(text()).not.toContain('\n')
    const cleared = '\u001B[2K\u001B[1G'
    expect(text()).toBe(`${cleared}book: align …${cleared}book: decide …${cleared}`)
  })
})
