import {
  app,
  edition,
  type Edition,
  heading,
  line,
  list,
  paragraph,
  reading,
  section,
  stanza,
  text,
  title,
  verse,
  work,
} from '@huijiao/ast'

const at = (siglum: string, start: number, end: number) => ({
  siglum,
  file: `${siglum}.txt`,
  start,
  end,
})
const both = (value: string, start: number) =>
  text(value, [at('甲', start, start + value.length), at('乙', start, start + value.length)])

const source = (siglum: string) => ({
  siglum,
  description: `${siglum}本，报纸识别`,
  kind: 'ocr' as const,
  sources: [{ file: `${siglum}.txt`, sha256: 'ab12', encoding: 'utf-8', length: 40 }],
})

/** A small edition of two witnesses: a substitution that is noise, an omission that a ruling settles. */
export const LETTER: Edition = edition(
  {
    id: 'letter',
    title: '匠人书',
    language: 'zh-Hans-CN',
    date: '2026-01-01',
    contributors: [{ name: '编者甲', role: 'edt' }],
    witnesses: [source('甲'), source('乙')],
    note: ['从甲本。'],
    trim: 'a5',
    layout: 'horizontal',
    generator: 'Huijiao 0.1.0',
  },
  work(
    'letter',
    [
      heading(1, title(both('匠人书', 0))),
      paragraph(
        both('他对木工很有耐', 4),
        app(
          'letter-9f31c2',
          [text('心', [at('甲', 11, 12)])],
          [
            reading('lemma', '心', ['甲'], [at('甲', 11, 12)]),
            reading('substitution', '必', ['乙'], [at('乙', 11, 12)]),
          ],
          {
            method: '理校',
            certainty: 'medium',
            cause: 'noise',
            evidence: [
              {
                method: '理校',
                supports: '心',
                weight: 2.5,
                reason: { kind: 'wordhood', words: ['耐心'] },
                places: [],
              },
            ],
          },
        ),
        both('。', 12),
      ),
      section(
        heading(2, title(both('刨木', 14))),
        paragraph(
          both('刨花', 17),
          app(
            'letter-0a1b2c',
            [text('如雪', [at('甲', 19, 21)])],
            [
              reading('lemma', '如雪', ['甲'], [at('甲', 19, 21)]),
              reading('omission', '', ['乙'], [at('乙', 19, 19)]),
            ],
            {
              certainty: 'high',
              ruling: { reason: '乙本脱', by: '编者甲', date: '2026-01-02', citation: '《木经》' },
            },
          ),
          both('\ue000⿰木皮', 21),
        ),
        verse(stanza(line(both('斧斤', 30)), line(both('丁丁', 32)))),
        list(true, [paragraph(both('一尺', 34))], [paragraph(both('二尺', 36))]),
      ),
    ],
    { sigla: ['甲', '乙'], base: '甲' },
  ),
)
