import { InputError } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { argumentsOf, parseSheet, sheetOf } from '../src/sheet.ts'

describe('how the PDF is set for a printer', () => {
  it.each([
    ['title: 小书', ''],
    ['print: { marks: true }', ' --marks'],
    ['print: { booklet: true }', ' --booklet'],
    ['print: { booklet: 4, marks: false }', ' --booklet --signature 4'],
    ['print: { booklet: -1, marks: 3 }', ''],
    ['print: [', ''],
  ])('%j asks for%s', (yaml, said) => {
    expect(argumentsOf(sheetOf(yaml))).toBe(said)
  })

  it('is said on the command line over what the edition says', () => {
    const sheet = {
      ...sheetOf('print: { marks: true, booklet: 4 }'),
      ...parseSheet({ booklet: true, trim: '32k' }),
    }
    expect(argumentsOf(sheet)).toBe(' --trim 32k --marks --booklet')
  })

  it.each([{ trim: 'b5' }, { booklet: '0' }, { booklet: 'two' }, { booklet: '1.5' }])(
    'refuses %j',
    (options) => {
      expect(() => parseSheet(options)).toThrow(InputError)
    },
  )
})
