import { heading, paragraph, sourceNote, sourceNoteCall, title, work } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { headingsOf, titleOf } from '../src/documents/title.ts'
import { stringsFor } from '../src/strings/index.ts'

const noted = work(
  'w',
  [
    heading(1, title('渡口', sourceNoteCall('n1', '〔1〕'))),
    paragraph('文'),
    sourceNote('n1', '〔1〕选自镇志。'),
  ],
  { placement: 'body', sigla: ['甲'], recensions: [] },
)

describe('a title that calls a note', () => {
  it('is listed without the call', () => {
    const strings = stringsFor('zh-Hans')
    expect(titleOf(noted, strings)).toBe('渡口')
    expect(headingsOf(noted, strings).map(({ title: listed }) => listed)).not.toContain('渡口〔1〕')
  })
})
