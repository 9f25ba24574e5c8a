import {
  answer,
  app,
  figure,
  heading,
  lacuna,
  paragraph,
  question,
  reading,
  title,
  type Work,
  work,
} from '@huijiao/ast'

export function answers(): Work {
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

/** A black pixel. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg=='

export function fragments(): Work {
  return work(
    'fulu',
    [
      heading(1, title('附录：逸文')),
      figure({ src: PICTURE, alt: '逸文的拓片' }, '逸文拓片', '编者甲 拓'),
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
