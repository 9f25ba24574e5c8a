import {
  answer,
  app,
  byline,
  dateline,
  type Edition,
  type EditionMeta,
  edition,
  heading,
  lacuna,
  paragraph,
  question,
  reading,
  ruby,
  salutation,
  section,
  subtitle,
  suppliedTitle,
  title,
  type Work,
  work,
} from '@huijiao/ast'

const META: EditionMeta = {
  id: 'sample',
  title: '古文选读',
  subtitle: '汇校本',
  language: 'zh-Hans-CN',
  date: '2023-06-01',
  publisher: '汇校书局',
  description: '选文六篇，各据数本校定。',
  rights: '原文属公有领域。',
  contributors: [
    { name: '编者甲', role: 'edt', fileAs: '编者甲' },
    { name: '孔丘', role: 'aut' },
  ],
  witnesses: [
    {
      siglum: '甲',
      description: '甲本，据某刻本录入。',
      kind: 'manual',
      sources: [source('a.txt')],
    },
    {
      siglum: '乙',
      description: '乙本，光学识别。',
      kind: 'ocr',
      family: '一',
      sources: [source('b.txt')],
    },
    {
      siglum: '丙',
      description: '丙本，网页。',
      kind: 'web',
      family: '一',
      sources: [source('c.txt')],
    },
  ],
  note: ['本书选文六篇。', '校勘以甲本为底本。'],
  trim: 'a5',
  layout: 'horizontal',
  generator: 'huijiao 0.1.0',
}

function source(file: string) {
  return { file, sha256: 'ab'.repeat(32), encoding: 'utf-8', length: 4096 }
}

/** An edition with every kind of node, in text of the public domain. */
export function sample(): Edition {
  return edition(META, analects(), stele(), pavilion(), way(), answers(), fragments())
}

function analects(): Work {
  return work(
    'lunyu-1',
    [
      heading(1, title('学而第一'), subtitle('——《论语》卷一')),
      paragraph(
        '子曰：“学而时习之，不亦',
        app(
          'lunyu-1-0a1',
          '说',
          [reading('lemma', '说', ['甲', '乙']), reading('orthographic', '悦', ['丙'])],
          {
            method: '对校',
            certainty: 'high',
            evidence: [
              {
                method: '对校',
                kind: 'majority',
                supports: '说',
                weight: 2.1,
                reason: '甲、乙二本皆作“说”。',
                places: [],
              },
            ],
          },
        ),
        '乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？”',
      ),
      paragraph(
        '有子曰：“其为人也孝弟，而好犯上者，鲜矣；不好犯上而好作乱者，未之有也。君子务本，本立而道生。孝弟也者，其为仁之本与！”',
      ),
      paragraph('子曰：“巧言令色，鲜矣仁！”'),
      paragraph(
        '曾子曰：“吾日三省吾身：为人谋而不忠乎？与朋友交而不信乎？传',
        app(
          'lunyu-1-0b2',
          '不习',
          [
            reading('lemma', '不习', ['甲']),
            reading('transposition', '习不', ['乙']),
            reading('omission', '', ['丙']),
          ],
          {
            method: '理校',
            certainty: 'medium',
            ruling: {
              reason: '上文“不忠”“不信”，句式相同。',
              citation: '《论语》卷一',
              by: '编者甲',
              date: '2023-05-01',
            },
          },
        ),
        '乎？”',
      ),
      paragraph('子曰：“道千乘之国，敬事而信，节用而爱人，使民以时。”'),
      section(
        heading(2, title('附：温故')),
        paragraph(
          '子曰：“温故而知新，可以为师矣。”',
          lacuna('乙、丙二本此下缺一叶'),
          '子曰：“君子不器。”',
        ),
        paragraph('子曰：“学而不思则罔，思而不学则殆。”', ruby('罔', 'wǎng'), '，迷惘也。'),
      ),
    ],
    { sigla: ['甲', '乙', '丙'] },
  )
}

function stele(): Work {
  return work(
    'chushi',
    [
      heading(1, title('出师表'), byline('诸葛亮')),
      salutation('臣亮言：'),
      paragraph(
        '先帝创业未半而中道崩殂，今天下三分，益州疲',
        app(
          'chushi-1f',
          '弊',
          [reading('lemma', '弊', ['甲', '乙']), reading('substitution', '敝', ['丙'])],
          { method: '他校', certainty: 'low' },
        ),
        '，此诚危急存亡之秋也。然侍卫之臣不懈于内，忠志之士忘身于外者，盖追先帝之殊遇，欲报之于陛下也。',
      ),
      paragraph(
        '诚宜开张圣听，以光先帝遗德，恢弘志士之气，不宜妄自菲薄，引喻失义，以塞忠谏之路也。',
      ),
      paragraph(
        '宫中府中，俱为一体；陟罚臧否，不宜异同。若有作奸犯科及为忠善者，宜付有司论其刑赏，以昭陛下平明之理，不宜偏私，使内外异法也。',
      ),
      lacuna('此处各本皆残'),
      paragraph(
        '臣本布衣，躬耕于南阳，苟全性命于乱世，不求闻达于诸侯。先帝不以臣卑鄙，猥自枉屈，三顾臣于草庐之中，咨臣以当世之事，由是感激，遂许先帝以驱驰。',
        app(
          'chushi-2a',
          '',
          [reading('addition', '后值倾覆', ['丙']), reading('lemma', '', ['甲', '乙'])],
          { method: '对校', certainty: 'high' },
        ),
      ),
      paragraph('今当远离，临表涕零，不知所言。'),
    ],
    {
      sigla: ['甲', '乙', '丙'],
      recensions: [
        { id: 'long', label: '本集本', sigla: ['甲', '乙'], base: true },
        { id: 'short', label: '文选本', sigla: ['丙'], base: false },
      ],
    },
  )
}

function pavilion(): Work {
  return work(
    'yueyang',
    [
      heading(1, title('岳阳楼记'), dateline('庆历六年九月十五日')),
      paragraph(
        dateline('（邓州讯）'),
        '庆历四年春，滕子京谪守巴陵郡。越明年，政通人和，百废具兴。乃重修岳阳楼，增其旧制，刻唐贤今人诗赋于其上。属予作文以记之。',
      ),
      paragraph(
        '予观夫巴陵胜状，在洞庭一湖。衔远山，吞长江，浩浩汤汤，横无际涯；朝晖夕阴，气象万千。此则岳阳楼之大观也，前人之述备矣。',
      ),
      {
        type: 'blockquote',
        children: [
          {
            type: 'paragraph',
            children: [{ type: 'text', value: '昔人已乘黄鹤去，此地空余黄鹤楼。' }],
          },
        ],
      },
      paragraph(
        { type: 'emphasis', children: [{ type: 'text', value: '先天下之忧而忧' }] },
        '，',
        { type: 'strong', children: [{ type: 'text', value: '后天下之乐而乐' }] },
        '。',
        { type: 'break' },
        '噫！微斯人，吾谁与归？',
      ),
      { type: 'thematicBreak' },
      byline('范仲淹'),
    ],
    { sigla: ['甲'] },
  )
}

function way(): Work {
  return work(
    'laozi',
    [
      heading(1, suppliedTitle('道德经二章')),
      paragraph(
        '道可道，非常道。名可名，非常名。无名天地之始；有名万物之母。故常无，欲以观其妙；常有，欲以观其徼。此两者，同出而异名，同谓之玄。玄之又玄，众妙之门。',
      ),
      {
        type: 'list',
        ordered: true,
        start: 3,
        children: ['天长地久。', '上善若水。'].map((value) => ({
          type: 'listItem' as const,
          children: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] }],
        })),
      },
      {
        type: 'table',
        children: [
          ['章', '首句'],
          ['一', '道可道'],
          ['二', '天下皆知'],
        ].map((row) => ({
          type: 'tableRow' as const,
          children: row.map((value) => ({
            type: 'tableCell' as const,
            children: [{ type: 'text' as const, value }],
          })),
        })),
      },
      paragraph('罕见字：𠮷、𠂆、𡿨、𬶋、㐂。Latin text, 1234, “quotes”.'),
    ],
    { sigla: ['甲', '丙'] },
  )
}

function answers(): Work {
  return work(
    'wenda',
    [
      heading(1, title('问答')),
      question(paragraph('问：何谓仁？')),
      answer(paragraph('答：爱人。'), paragraph('又曰：克己复礼为仁。')),
      question(paragraph('问：何谓知？')),
      answer(paragraph('知人。'), lacuna()),
    ],
    { sigla: ['甲', '乙'] },
  )
}

function fragments(): Work {
  return work(
    'fulu',
    [
      heading(1, title('附录：逸文')),
      paragraph(
        '逸文一则，仅见',
        app(
          'fulu-9',
          '乙',
          [reading('lemma', '乙', ['乙']), reading('punctuation', '乙，', ['丙'])],
          { layer: 'punctuation', cause: 'noise', certainty: 'high', method: '对校' },
        ),
        '本。',
      ),
    ],
    { placement: 'appendix', sigla: ['乙'] },
  )
}

/** Where the pages of the printed sample begin: at a block, and inside one. */
export function samplePages() {
  const at = (label: string, document: string, number: number, offset: number) => ({
    label,
    document,
    block: `${document}-b${number}`,
    offset,
  })
  return [
    { label: 'iii', document: 'contents', block: 'contents-title', offset: 0 },
    { label: 'iv', document: 'contents', block: 'contents-chushi-b1', offset: 0 },
    at('1', 'lunyu-1', 1, 0),
    at('2', 'lunyu-1', 4, 12),
    at('3', 'chushi', 1, 0),
    at('4', 'chushi', 5, 20),
    at('5', 'chushi', 7, 0),
    at('6', 'yueyang', 1, 0),
    at('7', 'laozi', 1, 0),
    at('8', 'wenda', 1, 0),
    at('9', 'fulu', 1, 0),
  ]
}
