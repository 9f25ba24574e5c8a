import {
  byline,
  dateline,
  heading,
  paragraph,
  suppliedTitle,
  title,
  type Work,
  work,
} from '@huijiao/ast'

export function pavilion(): Work {
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

export function way(): Work {
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
