import { describe, expect, it } from 'vitest'
import { jumpsIn } from '../src/page/jumps.ts'
import { lineFurniture } from '../src/page/patterns.ts'
import { segment } from '../src/segment.ts'
import { expectLaws } from './laws.ts'
import { readSource } from './sources.ts'

const SNOW = [
  '雪夜过山口',
  '何西岭',
  '车到山口的时候，雪已经下得看不见路了。司机老郭把车停在道班房门前，熄了火，说，走不成了，等天亮吧。',
  '道班房里只有一个炉子和一个老人。老人姓魏，在这条路上铲了二十六年的雪。他给我们每人倒了一碗砖茶。',
  '那一夜并没有别的车来。可是许多年以后，我走夜路的时候还常常想起那盏灯，想起它在大雪里一晃一晃的。',
]
const KILN = [
  '北山发现宋代瓷窑遗址',
  '中新网北山10月28日电 省文物考古研究所28日公布，考古人员在北山南麓发现一处宋代瓷窑遗址，出土瓷片四万余片。',
  '领队韩松介绍，其中一座龙窑残长三十八米，窑壁上还留着当年窑工用手指抹泥的痕迹，年代由一枚荡箍确定。',
]

const worksOf = (...texts: readonly string[]) => {
  const sources = texts.map((text, at) =>
    readSource(`${at}.txt`, '甲乙丙丁'[at] ?? '本', Buffer.from(text)),
  )
  const found = segment(sources, null)
  expectLaws(found, sources)
  return { found, sources }
}

/** By work and source the texts of its blocks. */
const blocksOf = ({ found, sources }: ReturnType<typeof worksOf>): string[][][] =>
  found.works.map(({ texts }) =>
    texts.map(({ file, blocks }) => {
      const source = sources.find((own) => own.file === file)
      return blocks.map(({ parts }) =>
        parts.map(({ start, end }) => source?.points.slice(start, end).join('')).join(''),
      )
    }),
  )

describe('a text as other makers set it', () => {
  it('is read where all its characters are set apart, and where marks are not seen', () => {
    const apart = [...SNOW, ...KILN].map((line) => Array.from(line.replaceAll(' ', '')).join(' '))
    const unseen = [...SNOW, ...KILN].map((line) => line.replaceAll(/(.{7})/gu, '$1\u00AD\u200B'))
    const { found } = worksOf(apart.join('\n\n'), unseen.join('\n\n'))
    expect(found.works.map(({ texts }) => texts.map(({ blocks }) => blocks.length))).toEqual([
      [5, 5],
      [3, 3],
    ])
  })

  it('is one with the date and the author under its headline', () => {
    const dated = [SNOW[0], '（2018年6月21日）', ...SNOW.slice(1)].join('\n\n')
    const { found } = worksOf([dated, ...KILN].join('\n\n'), dated)
    expect(found.works).toHaveLength(2)
    expect(found.works[0]?.texts[0]?.blocks.map(({ role }) => role)).toEqual([
      'title',
      'dateline',
      'byline',
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })

  it('is freed of the head of a markdown file, of links and pictures', () => {
    const head = '---\ntitle: "文集"\ntags: [新闻, 散文]\n---\n\n'
    const links = '![图](a.png)\n\n> 来源：[网页](https://example.org/a.html)\n\n'
    const linked = SNOW.join('\n\n').replace('老人姓魏', '[老人](https://example.org)姓魏')
    const made = worksOf(`${head}## ${linked}\n\n${links}## ${KILN.join('\n\n')}\n`)
    expect(
      blocksOf(made).map((texts) => texts[0]?.map((text) => text.replaceAll('\n', ''))),
    ).toEqual([SNOW, KILN])
  })

  it('keeps its headline, and not what a web page adds to it', () => {
    const page = (text: readonly string[]): string =>
      [`${text[0]}_新闻频道_山川网`, ...text, '【纠错】 责任编辑：王小二', '【打印】【关闭】'].join(
        '\n\n',
      )
    const made = worksOf(`${page(SNOW)}\n\n${page(KILN)}`, [...KILN, ...SNOW].join('\n\n'))
    expect(blocksOf(made).flatMap((texts) => texts.map((blocks) => blocks[0]))).toEqual([
      SNOW[0],
      SNOW[0],
      KILN[0],
      KILN[0],
    ])
    expect(made.found.works.map(({ texts }) => texts.map(({ blocks }) => blocks.length))).toEqual([
      [5, 5],
      [3, 3],
    ])
  })

  it('is another one under the same headline', () => {
    const brief = (text: string): string[] => ['简明新闻', text]
    const one = brief(
      '本报东岭3月4日电 东岭镇的小麦已经全部归仓，亩产比去年增加一成，农民忙着晾晒，粮站连夜收购。',
    )
    const two = brief(
      '本报南屏3月5日电 南屏镇新修的水渠昨天通水，四个村的两千多亩旱地从此有了水，老人们放起鞭炮。',
    )
    expect(worksOf([...one, ...two].join('\n\n')).found.works).toHaveLength(2)
    expect(
      worksOf([...one, ...two].join('\n\n'), [...two, ...one].join('\n\n')).found.works,
    ).toHaveLength(2)
  })
})

/** Reports filled into one mould. */
const harvest = (town: string, crop: string, day: number): string =>
  [
    `${town}镇${crop}喜获丰收`,
    `本报${town}9月${day}日电 ${town}镇今年种植${crop}${day * 70}亩，平均亩产比去年增加${day}%，总产量达到${day * 13}万公斤。记者在田间看到，农民们正抢晴收获，一派丰收景象。`,
    `镇党委书记介绍说，近年来，${town}镇坚持以市场为导向，大力调整产业结构，${crop}已经成为农民增收的支柱产业。全镇有${day + 4}个村种植${crop}，带动农户${day * 31}户。`,
    `下一步，${town}镇将进一步完善服务体系，延长产业链条，力争三年内把${crop}种植面积扩大到${day * 91}亩，让更多农民走上致富道路。`,
  ].join('\n\n')

describe('a table', () => {
  it('has no headlines in its rows, and a dateline alone is none', () => {
    const table = ['一季度主要粮食产量', '小麦\t12.3\t4.5%', '水稻\t23.1\t2.2%', '玉米\t9.8\t-1.0%']
    const dated = ['地铁延长段三月通车', '本报讯（记者 王珂 通讯员 孙立）', SNOW[2], SNOW[3]]
    const { found } = worksOf([...table, ...dated].join('\n\n'), [...dated, ...table].join('\n\n'))
    expect(
      found.works.map(({ texts }) =>
        texts.map(({ blocks }) => blocks.map(({ role }) => role[0]).join('')),
      ),
    ).toEqual([
      ['tppp', 'tppp'],
      ['tdpp', 'tdpp'],
    ])
  })
})

describe('reports of one mould', () => {
  const [wheat, rice, corn, tea] = [
    harvest('东岭', '小麦', 3),
    harvest('西河', '水稻', 4),
    harvest('南屏', '玉米', 5),
    harvest('石桥', '茶叶', 7),
  ]
  it('are as many works, in one order in all files or not', () => {
    for (const files of [
      [
        [wheat, rice, corn, tea],
        [wheat, rice, corn, tea],
        [wheat, rice, corn, tea],
      ],
      [
        [wheat, rice, corn],
        [corn, tea, wheat],
      ],
      [
        [wheat, rice],
        [corn, tea],
      ],
    ]) {
      const all = new Set(files.flat())
      const { found, sources } = worksOf(...files.map((texts) => texts.join('\n\n')))
      expect(found.works).toHaveLength(all.size)
      for (const { texts } of found.works) {
        const titles = texts.map(({ file, blocks }) => {
          const [part] = blocks[0]?.parts ?? []
          const source = sources.find((own) => own.file === file)
          return source?.points.slice(part?.start ?? 0, part?.end ?? 0).join('')
        })
        expect(new Set(titles).size).toBe(1)
      }
    }
  })
})

describe('a headline that another page repeats', () => {
  it('is no work, misread or not', () => {
    const [head, ...rest] = KILN
    for (const again of [head, '北山发现宋代资窑遗址']) {
      const page = [head, rest[0], ...SNOW, again, '（上接第1版）', rest[1]].join('\n\n')
      const { found } = worksOf(page, KILN.join('\n\n'))
      expect(found.works).toHaveLength(2)
      expect(found.tiles.filter(({ role }) => role === 'repeated-headline')).toHaveLength(1)
    }
  })
})

describe('notes that send to another page', () => {
  it.each([
    ['（未完，下转第3页）', 'out', '3'],
    ['►►►下转A03版', 'out', 'A03'],
    ['▶上接2版', 'in', '2'],
    ['(下转P6)', 'out', 'P6'],
    ['（未完待续）', 'out', ''],
    ['（续前）', 'in', ''],
    ['他走到门口，下转第4版', 'out', '4'],
    ['上接第一版又回过头来', 'in', '1'],
    ['▶上接2版又回过头来', 'in', '2'],
    ['►►►紧接A01又回过头来', 'in', 'A01'],
  ])('%s', (line, direction, target) => {
    expect(jumpsIn(line).map((jump) => [jump.direction, jump.target])).toEqual([
      [direction, target],
    ])
  })

  it.each(['他未完待续的书稿还在桌上', '上接天光，下接地气', '这一页接下一页'])(
    'are not: %s',
    (line) => {
      expect(jumpsIn(line)).toEqual([])
    },
  )
})

describe('page numbers and imprints', () => {
  it.each([
    '【12】',
    '〔3〕',
    'A03',
    '·3·',
    '~4~',
    '3/12',
    '（责编：李四、王五）',
    '[编辑：小李]',
    '[原文链接](https://example.org/x)',
  ])('%s', (line) => {
    expect(lineFurniture(line)).not.toBeNull()
  })

  it.each(['编辑：小李说明天见。', '责任编辑是谁', '[1] 见前引书', 'A03号车厢'])(
    'are not: %s',
    (line) => {
      expect(lineFurniture(line)).toBeNull()
    },
  )
})
