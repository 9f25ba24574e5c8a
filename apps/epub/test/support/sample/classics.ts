import {
  app,
  byline,
  heading,
  lacuna,
  paragraph,
  reading,
  ruby,
  salutation,
  section,
  subtitle,
  title,
  type Work,
  work,
} from '@huijiao/ast'

export function analects(): Work {
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
                supports: '说',
                weight: 2.1,
                reason: { kind: 'witnesses', sigla: ['甲', '乙'], voices: 2, more: true },
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
          lacuna({ reason: '乙、丙二本此下缺一叶' }),
          '子曰：“君子不器。”',
        ),
        paragraph('子曰：“学而不思则罔，思而不学则殆。”', ruby('罔', 'wǎng'), '，迷惘也。'),
      ),
    ],
    { sigla: ['甲', '乙', '丙'] },
  )
}

export function stele(): Work {
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
      lacuna({ reason: '此处各本皆残' }),
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
