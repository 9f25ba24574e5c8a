import { app, edition, heading, paragraph, reading, title, work } from '@huijiao/ast'
import { readPrinted, readTags, type Tag } from '@huijiao/proof'
import { expect, test } from 'vitest'
import { renderPdf } from '../src/render.ts'
import { META } from './fixture.ts'

const text = '江月😀何年ཀ初照人，غ，江畔何人初见月？'

const readings = [reading('lemma', '月', ['甲']), reading('substitution', 'ก', ['乙'])]
const inNote = app('v', '月', readings, { cause: 'variation', certainty: 'high' })

test.each(['horizontal', 'vertical'] as const)(
  'a character that no face has is a box with its code point, in %s lines',
  async (layout) => {
    const book = edition(
      { ...META, title: '试样😀集', layout },
      work('w', [heading(1, title('表情😀')), paragraph(text.repeat(8), inNote)]),
    )
    const { pdf, unfaced } = await renderPdf(book)
    expect(unfaced.map(({ character }) => character)).toEqual(['😀', 'ཀ', 'غ', 'ก'])
    expect(unfaced.find(({ character }) => character === 'ཀ')?.times).toBe(8)
    const glyphs = (await readPrinted(pdf)).flatMap((page) => page.glyphs)
    expect(glyphs.filter((g) => g.text === '600').length).toBeGreaterThanOrEqual(9)
    const root = await readTags(pdf)
    const types = (tag: Tag): string[] => [
      tag.type,
      ...tag.kids.flatMap((kid) => ('kids' in kid ? types(kid) : [])),
    ]
    expect(root === undefined ? [] : types(root)).toContain('Figure')
  },
)
