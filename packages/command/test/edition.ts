import {
  app,
  type Edition,
  edition,
  heading,
  inlineNote,
  list,
  paragraph,
  reading,
  ruby,
  stanza,
  table,
  text,
  title,
  verse,
  work,
} from '@huijiao/ast'

const lemma = (value: string) => [text(value)]

/** A small edition with what a text can have: notes of both kinds, verse, a list, a table, signs of Markdown. */
export const LETTER: Edition = edition(
  {
    id: 'letter',
    title: '匠人书',
    language: 'zh-Hans-CN',
    date: '2026-01-01',
    contributors: [{ name: '编者甲', role: 'edt' }],
    witnesses: [],
    note: [],
    trim: 'a5',
    layout: 'horizontal',
    generator: 'Huijiao 0.1.0',
  },
  work(
    'letter',
    [
      heading(1, title('匠人书')),
      paragraph(
        '他对木工很有耐',
        app(
          'letter-1',
          lemma('心'),
          [reading('lemma', '心', ['甲']), reading('substitution', '必', ['乙'])],
          { cause: 'noise', certainty: 'high', method: '对校' },
        ),
        '，*不*多言。',
      ),
      paragraph(
        '刨花',
        app('letter-2', lemma('如雪'), [
          reading('lemma', '如雪', ['甲']),
          reading('substitution', '似云', ['乙']),
        ]),
        ruby('斫', 'zhuó'),
        inlineNote('音灼'),
        '。',
      ),
      verse(stanza('斧斤丁丁', '木屑飞飞')),
      list(true, '一尺', '二尺'),
      table(['名', '数'], ['笔', '三|四']),
    ],
    { sigla: ['甲', '乙'], base: '甲' },
  ),
)
