import { type Made, made } from './made.ts'

/** A small edition of two works and three witnesses, with differences of every kind. */
export function garden(): Made {
  const noise = { cause: 'noise', certainty: 'high', method: '理校' } as const
  return made(
    {
      id: 'garden',
      title: '园林小记',
      subtitle: '两篇',
      description: '两篇小文，据三本互校。',
      rights: '原文属公有领域。',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    ['甲', '乙', '丙'],
    [
      {
        id: 'bridge',
        title: '石桥',
        paragraphs: [
          [
            '村口有一座石桥，桥下流水',
            {
              id: 'bridge-1',
              has: { 甲: '清浅', 乙: '清残', 丙: '清浅' },
              type: 'substitution',
              rest: noise,
            },
            '，春来两岸开满桃花。',
          ],
          [
            '老人说，这桥',
            {
              id: 'bridge-2',
              has: { 甲: '已有', 乙: '已有', 丙: '已经有' },
              type: 'addition',
              rest: { ...noise, certainty: 'low' },
            },
            '三百年了，修过',
            {
              id: 'bridge-3',
              has: { 甲: '两次', 乙: '两次', 丙: '' },
              type: 'omission',
              rest: { ...noise, method: '对校', certainty: 'medium' },
            },
            '，还结实。',
          ],
          [
            '桥头的碑上刻着造桥人的',
            { id: 'bridge-4', has: { 甲: '姓名', 乙: '名姓', 丙: '姓名' }, type: 'transposition' },
            '，字迹',
            {
              id: 'bridge-5',
              has: { 甲: '，', 乙: '。', 丙: '，' },
              type: 'punctuation',
              rest: { layer: 'punctuation', certainty: 'high', cause: 'noise' },
            },
            '模糊可辨。',
          ],
        ],
      },
      {
        id: 'pavilion',
        title: '凉亭',
        paragraphs: [
          [
            '过桥向东半里，有凉亭一座，',
            {
              id: 'pavilion-1',
              has: { 甲: '谈笑', 乙: '淡笑', 丙: '谈笑' },
              type: 'substitution',
              rest: noise,
            },
            '故人多在此处。',
          ],
          ['亭中无碑，只有一局残棋。'],
        ],
      },
    ],
  )
}
