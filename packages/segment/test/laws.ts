import type { Segmentation, Source } from '@huijiao/model'
import { isWordless } from '@huijiao/text'
import { expect } from 'vitest'

/** What holds of every segmentation, whatever the sources: nothing lost, nothing twice. */
export function expectLaws(found: Segmentation, sources: readonly Source[]): void {
  for (const source of sources) {
    const tiles = found.tiles.filter(({ file }) => file === source.file)
    let at = 0
    for (const tile of tiles) {
      expect(tile.start).toBe(at)
      expect(tile.end).toBeGreaterThan(tile.start)
      at = tile.end
    }
    expect(at).toBe(source.points.length)
    const texts = found.works.flatMap((work) =>
      work.texts
        .filter(({ file }) => file === source.file)
        .map((text) => ({ work: work.id, text })),
    )
    const parts = texts.flatMap(({ work, text }) => {
      expect(text.work).toBe(work)
      expect(text.siglum).toBe(source.siglum)
      return text.blocks.flatMap((block) => block.parts.map((part) => ({ ...part, work })))
    })
    parts.sort((a, b) => a.start - b.start)
    expect(parts.map(({ start, end, work }) => ({ start, end, work }))).toEqual(
      tiles.flatMap(({ role, start, end, work }) =>
        role === 'text' ? [{ start, end, work }] : [],
      ),
    )
    for (const { text } of texts) {
      for (const block of text.blocks) {
        const all = block.parts
          .map(({ start, end }) => source.points.slice(start, end).join(''))
          .join('')
        expect(/[\p{L}\p{N}]/u.test(all) || isWordless(all)).toBe(true)
        expect(block.parts[0]?.join).toBeUndefined()
        for (const part of block.parts.slice(1)) expect(part.join).toBeDefined()
        for (const { start, end } of block.parts) {
          expect(source.points.slice(start, end).join('')).toMatch(/^\S(?:.*\S)?$/u)
        }
      }
    }
  }
}
