import {
  app,
  type Edition,
  edition,
  heading,
  paragraph,
  reading,
  title,
  type Work,
  work,
} from '@huijiao/ast'

/** How large an edition is made. */
export interface EditionSize {
  readonly works: number
  readonly paragraphs: number
  /** Characters of a paragraph. */
  readonly characters: number
  /** Every how many paragraphs one has a variant reading with a note. */
  readonly noteEvery: number
}

/** A thousand chapters of 16 MB of text in UTF-8. */
export const THOUSAND: EditionSize = { works: 1000, paragraphs: 26, characters: 206, noteEvery: 13 }

/** Made-up text draws on so many ideographs from this code point on: about as many as a book uses. */
const FIRST = 0x4e00
const RANGE = 2400

/** An edition of made-up text: the same size gives the same text. */
export function makeEdition(size: EditionSize): Edition {
  let state = 1
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const line = (length: number): string => {
    let text = ''
    for (let at = 0; at < length; at += 1) {
      const end = at === length - 1
      const pause = at % 19 === 18
      text += end ? '。' : pause ? '，' : String.fromCodePoint(FIRST + next(RANGE))
    }
    return text
  }
  const works = Array.from({ length: size.works }, (_, index): Work => {
    const id = `w${index + 1}`
    return work(
      id,
      [
        heading(1, title(line(8).slice(0, -1))),
        ...Array.from({ length: size.paragraphs }, (_unused, at) => {
          if (at % size.noteEvery !== size.noteEvery - 1) return paragraph(line(size.characters))
          const half = Math.floor(size.characters / 2)
          return paragraph(
            line(half).slice(0, -1),
            app(`${id}-a${at}`, '甲', [
              reading('lemma', '甲', ['甲']),
              reading('substitution', '乙', ['乙']),
            ]),
            line(half),
          )
        }),
      ],
      { sigla: ['甲', '乙'] },
    )
  })
  return edition(
    {
      id: `made-${size.works}`,
      title: '测试书',
      language: 'zh-Hans-CN',
      date: '2023-01-01',
      contributors: [{ name: '编者', role: 'edt' }],
      witnesses: ['甲', '乙'].map((siglum) => ({
        siglum,
        description: `${siglum}本`,
        kind: 'manual',
        sources: [],
      })),
      note: [],
      trim: 'a5',
      layout: 'horizontal',
      generator: 'bench',
    },
    ...works,
  )
}
