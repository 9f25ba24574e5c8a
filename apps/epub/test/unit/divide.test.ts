import { app, edition, heading, paragraph, reading, section, title, work } from '@huijiao/ast'
import { type BookDocument, stringsFor, toBook } from '@huijiao/hast'
import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { filesOf } from '../../src/divide.ts'
import { sample } from '../support/sample.ts'

const STRINGS = stringsFor('zh-Hans')

/** A work of so many paragraphs in each of two chapters, with a note called in the last paragraph of each. */
function novel(paragraphs: number): BookDocument {
  const version = (n: number) =>
    app(
      `note-${n}`,
      '分久必合',
      [reading('lemma', '分久必合', ['甲']), reading('substitution', '久分必合', ['乙'])],
      { cause: 'variation', certainty: 'high', method: '对校' },
    )
  const chapter = (n: number) =>
    section(
      heading(2, title(`第${n}回`)),
      ...Array.from({ length: paragraphs }, () =>
        paragraph('话说天下大势，分久必合，合久必分。'.repeat(20)),
      ),
      paragraph('话说', version(n), '。'),
    )
  const { meta } = sample()
  const whole = work('novel', [heading(1, title('演义')), chapter(1), chapter(2)], {
    sigla: ['甲', '乙'],
  })
  const { documents } = toBook(edition(meta, whole), {
    href: (document, id) => `${document}.xhtml#${id}`,
  })
  const found = documents.find((d) => d.id === 'novel')
  if (found === undefined) throw new Error('no document')
  return found
}

const idsOf = (nodes: readonly ElementContent[]): string[] =>
  [...toHtml([...nodes]).matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id ?? '')

test('a long work is several files, each of at most 200 kB, with all that it had in its order', () => {
  const long = novel(300)
  const { files, fileOf } = filesOf([long], STRINGS)
  expect(files.length).toBeGreaterThan(2)
  expect(files.map((f) => f.id).slice(0, 3)).toEqual(['novel', 'novel_2', 'novel_3'])
  expect(files[1]?.title).toBe('演义（2）')
  for (const { children } of files)
    expect(Buffer.byteLength(toHtml([...children]))).toBeLessThan(201_000)
  const text = (nodes: readonly ElementContent[]) =>
    idsOf(nodes).filter((id) => id.startsWith('novel-b'))
  expect(files.flatMap((f) => text(f.children))).toEqual(text(long.children))
  for (const file of files) {
    const ids = idsOf(file.children)
    for (const id of ids) expect(fileOf('novel', id)).toBe(file.id)
    // A note stands in the file of its call.
    for (const n of [1, 2])
      expect(ids.includes(`note-note-${n}`)).toBe(ids.includes(`call-note-${n}`))
  }
  expect(fileOf('novel', 'call-note-2')).not.toBe('novel')
})

test('a short work stays one file, as it is', () => {
  const short = novel(10)
  const { files, fileOf } = filesOf([short], STRINGS)
  expect(files).toEqual([short])
  expect(fileOf('novel', 'call-note-2')).toBe('novel')
})
