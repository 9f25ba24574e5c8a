import { describe, expect, it } from 'vitest'
import { BODY, editionOf } from './edition.ts'

const SCENES = BODY.split('\n\n')
const LAST = '　　河上的桥修好以后，撑船的人就不见了。'
const page = (sign: string): string =>
  `渡口\n\n${[...SCENES, sign, LAST].filter((p) => p !== '').join('\n\n')}\n`
const kinds = (texts: readonly string[]): readonly string[] =>
  editionOf(texts).result.edition.children.flatMap(({ children }) =>
    children.map(({ type }) => type),
  )
const WITH = ['heading', 'paragraph', 'paragraph', 'thematicBreak', 'paragraph']
const WITHOUT = WITH.filter((kind) => kind !== 'thematicBreak')

describe('where a scene ends', () => {
  it.each(['※　※　※', '　　* * *', '◇', '☆☆☆', '#', '· · ·'])(
    'the text pauses: %s, in one copy of two as in both',
    (sign) => {
      expect(kinds([page(sign)])).toEqual(WITH)
      expect(kinds([page(sign), page('＊　＊　＊')])).toEqual(WITH)
      expect(kinds([page(sign), page('')])).toEqual(WITH)
      expect(kinds([page(sign), page(''), page('')])).toEqual(WITHOUT)
      expect(editionOf([page(sign), page('')]).loci).toEqual([])
    },
  )

  it('a rule is believed where all have one: it may be the page’s', () => {
    expect(kinds([page('————————'), page('--------')])).toEqual(WITH)
    expect(kinds([page('————————'), page('')])).toEqual(WITHOUT)
  })

  it('no speech of marks is an end, nor what stands under a title', () => {
    expect(kinds([page('　　“……”')])).not.toContain('thematicBreak')
    expect(kinds([`渡口\n\n※　※　※\n\n${SCENES.join('\n\n')}\n`])).toEqual([
      'heading',
      'paragraph',
      'paragraph',
    ])
  })

  it('is an empty line of the text', () => {
    expect(editionOf([page('◇')]).text.split('\n')[3]).toBe('')
  })
})
