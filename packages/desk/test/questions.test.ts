import { parseEdition, type UnruledEdition } from '@huijiao/parse'
import { expect, test } from 'vitest'
import { EMPTY, type Look } from '../src/collation/look.ts'
import { looseWorks } from '../src/look/questions.ts'

const FILES = ['a.txt', 'b.txt', 'c.txt']
const SIGLA = '甲乙丙'

/** Three files, of which the works lie in those that are named, each so many characters long. */
function look(works: readonly [id: string, files: readonly string[], length: number][], said = '') {
  const witnesses = FILES.map(
    (file, at) =>
      `  - { siglum: ${SIGLA[at]}, description: 本, kind: web, files: [{ file: ${file} }] }`,
  )
  const edition = `title: 集\nlanguage: zh-Hans-CN\ndate: 2024-01-01\nwitnesses:\n${witnesses.join('\n')}\nworks:\n${works
    .map(([id]) => `  - { id: ${id}, title: ${id}${id === 'note' ? said : ''} }`)
    .join('\n')}\n`
  const segmentation = {
    works: works.map(([id, files, length]) => ({
      id,
      recensions: [],
      texts: files.map((file) => ({ file, blocks: [{ parts: [{ start: 0, end: length }] }] })),
    })),
    tiles: [],
    doubts: [],
  }
  return {
    ...EMPTY,
    config: parseEdition(edition, 'edition.yaml'),
    sources: FILES.map((file) => ({ file }) as Look['sources'][number]),
    found: { segmentation } as unknown as UnruledEdition,
  }
}

const loose = (...args: Parameters<typeof look>): string[] =>
  looseWorks(look(...args)).map(({ id }) => id)

test('what one file alone has may be a piece of the text that all have, unless its editor says that it is a work', () => {
  expect(
    loose([
      ['story', FILES, 500],
      ['note', ['a.txt'], 40],
    ]),
  ).toEqual(['note'])
  const said = ', contains: [编者附记]'
  expect(
    loose(
      [
        ['story', FILES, 500],
        ['note', ['a.txt'], 40],
      ],
      said,
    ),
  ).toEqual([])
})

test('a work that two files have is a work, and so is each where most of the text is not in all files', () => {
  expect(
    loose([
      ['story', FILES, 500],
      ['essay', ['a.txt', 'b.txt'], 120],
    ]),
  ).toEqual([])
  expect(
    loose([
      ['story', FILES, 50],
      ['note', ['a.txt'], 400],
    ]),
  ).toEqual([])
})
