import { describe, expect, it } from 'vitest'
import {
  answer,
  app,
  assertEdition,
  edition,
  heading,
  paragraph,
  question,
  reading,
  text,
  title,
  work,
} from '../src/index.ts'
import { meta } from './support/meta.ts'

const variant = (id: string) =>
  app(id, '件', [reading('lemma', '件', ['B']), reading('substitution', '来', ['A'])])

describe('assertEdition', () => {
  it('accepts a tree made by the builders', () => {
    const tree = edition(
      meta,
      work('w', [
        heading(1, title('题')),
        question(paragraph('问？')),
        answer(paragraph('答：往来信', variant('w-1'), '二十二年。')),
      ]),
    )
    expect(() => assertEdition(tree)).not.toThrow()
  })

  const broken: [name: string, path: string, tree: unknown][] = [
    ['a root of another type', 'edition', { type: 'root', children: [] }],
    ['no meta', 'edition.meta', { type: 'edition', children: [] }],
    [
      'a work without a heading',
      'edition › work[0].children[0]',
      edition(meta, work('w', [paragraph('文')])),
    ],
    [
      'a paragraph inside a paragraph',
      'edition › work[0] › paragraph[1] › paragraph[0]',
      edition(
        meta,
        work('w', [
          heading(1, title('题')),
          { type: 'paragraph', children: [paragraph('文')] } as never,
        ]),
      ),
    ],
    [
      'an id used twice',
      'edition › work[0] › paragraph[1] › app[1].id',
      edition(
        meta,
        work('w', [heading(1, title('题')), paragraph(variant('w-1'), variant('w-1'))]),
      ),
    ],
    [
      'an id with a blank',
      'edition › work[0].id',
      edition(meta, work('a b', [heading(1, title('题'))])),
    ],
    [
      'an unknown certainty',
      'edition › work[0] › paragraph[1] › app[0].certainty',
      edition(
        meta,
        work('w', [
          heading(1, title('题')),
          paragraph({ ...variant('w-1'), certainty: 'sure' as never }),
        ]),
      ),
    ],
    [
      'breaks of a title that do not ascend',
      'edition › work[0] › heading[0] › title[0].breaks',
      edition(meta, work('w', [heading(1, { ...title('两城书信'), breaks: [2, 2] })])),
    ],
    [
      'breaks of a title that are no numbers',
      'edition.meta.titleBreaks',
      edition({ ...meta, titleBreaks: ['2'] as never }),
    ],
    [
      'a depth that is no number',
      'edition › work[0] › heading[0].depth',
      edition(meta, work('w', [heading('2' as never, title('题'))])),
    ],
    [
      'a text without a value',
      'edition › work[0] › paragraph[1] › text[0].value',
      edition(
        meta,
        work('w', [heading(1, title('题')), paragraph({ ...text(''), value: 1 as never })]),
      ),
    ],
  ]
  it.each(broken)('names the path of %s', (_name, path, tree) => {
    expect(() => assertEdition(tree)).toThrow(expect.objectContaining({ name: 'TreeError', path }))
  })
})
