import { describe, expect, it } from 'vitest'
import { segment } from '../src/segment.ts'
import { expectLaws } from './laws.ts'
import { readSource } from './sources.ts'

const worksOf = (...texts: readonly string[]) => {
  const sources = texts.map((text, at) =>
    readSource(`${at}.txt`, '甲乙丙丁'[at] ?? '本', Buffer.from(text)),
  )
  const found = segment(sources, null)
  expectLaws(found, sources)
  return { found, sources }
}

const blocks = ({ found, sources }: ReturnType<typeof worksOf>): string[][] =>
  found.works.map(({ texts }) =>
    (texts[0]?.blocks ?? []).map(({ parts }) =>
      parts
        .map(({ start, end }) => sources[0]?.points.slice(start, end).join('') ?? '')
        .join('')
        .slice(0, 6),
    ),
  )

const STORY = [
  '渡口的灯',
  '他推门进去，屋里没有人，只有一盏灯亮着，桌上放着半碗冷茶。',
  '第二天一早，他又去了渡口，船家说昨夜有人过河，却没有看清是谁。',
  '那封信他后来一直带在身上，直到很多年以后才打开，纸已经黄了。',
  '夜里风大，水声盖过了说话声，两个人都没有再开口，只听见橹响。',
]
const join = (lines: readonly string[]): string => lines.join('\n\n')

describe('files in order', () => {
  it('are one work of chapters, however these are numbered', () => {
    const heads = ['第一百零一回 来客', '二', '番外 船家的话', '尾声']
    const chapters = STORY.slice(1).flatMap((text, at) => [heads[at] ?? '', text])
    const { found } = worksOf(join([STORY[0] ?? '', ...chapters]))
    expect(found.works).toHaveLength(1)
    const roles = found.works[0]?.texts[0]?.blocks.map(({ role }) => role)
    expect(roles?.filter((role) => role === 'heading')).toHaveLength(4)
  })

  it('end with the date of the story, which begins no work', () => {
    const { found } = worksOf(`${join(STORY)}\n\n\n一九三一年十二月\n`)
    expect(found.works).toHaveLength(1)
  })

  it('keep the order of most where one has a paragraph elsewhere, and have it once', () => {
    const [title = '', one = '', two = '', three = '', four = ''] = STORY
    const made = worksOf(join([title, one, three, two, four]), join(STORY), join(STORY))
    expect(blocks(made)).toEqual([STORY.map((line) => line.slice(0, 6))])
  })

  it('share a licence and are as many works as they are texts', () => {
    const licence = '本作品在全世界都属于公有领域，因为作者逝世已经超过一百年。'
    const { found } = worksOf(
      join(['雪后', '山前的雪停了，人们出来扫路，一直扫到桥边。', licence]),
      join(['早市', '天还没有亮，桥头已经摆满了菜担，灯一盏一盏地亮。', licence]),
    )
    expect(found.works).toHaveLength(2)
    expect(found.tiles.filter(({ role }) => role === 'boilerplate')).toHaveLength(2)
  })

  it('keep lines of verse apart, stanza by stanza', () => {
    const poem =
      '渡口\n\n我来的时候没有船，\n只有一盏灯在摇，\n像谁把话说了一半，\n就放在风里。\n\n对岸的人不知道我，\n我也不知道对岸，\n河水在我们中间走，\n走得很慢。\n'
    const { found } = worksOf(poem)
    const own = found.works[0]?.texts[0]?.blocks.slice(1) ?? []
    expect(own.map(({ role }) => role)).toEqual(Array.from({ length: 8 }, () => 'verse'))
    expect(own.filter(({ first }) => first === true)).toHaveLength(2)
  })
})
