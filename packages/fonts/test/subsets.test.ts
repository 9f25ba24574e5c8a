import { expect, test } from 'vitest'
import { gather } from '../src/assign.ts'
import { faceById } from '../src/coverage.ts'
import { UncoveredCharacterError } from '../src/errors.ts'
import { subset } from '../src/subset.ts'
import { subsets } from '../src/subsets.ts'

test('faces cut in threads are those cut here, in the order of the uses', async () => {
  const uses = gather([
    { text: '学而时习之，不亦说乎？', role: 'song' },
    { text: '标题𠮷', role: 'hei-bold' },
    { text: '引文', role: 'kai' },
  ])
  expect(uses.length).toBeGreaterThan(3)
  for (const format of ['ttf', 'woff2'] as const) {
    const cut = await subsets(uses, format)
    expect(cut.map(({ face }) => face)).toEqual(uses.map(({ face }) => face))
    for (const [i, { face, characters }] of uses.entries())
      expect(
        Buffer.compare(cut[i]?.bytes ?? Buffer.alloc(0), await subset(face, characters, format)),
      ).toBe(0)
  }
})

test('a character that a face lacks is named, from a thread as from here', async () => {
  const face = faceById('hei-700')
  if (face === undefined) throw new Error('no face')
  const cut = subsets([{ face, characters: '标\u{2A6D6}' }])
  await expect(cut).rejects.toThrow(UncoveredCharacterError)
  await expect(cut).rejects.toThrow(/U\+2A6D6/)
})

test('no faces need no thread', async () => {
  expect(await subsets([])).toEqual([])
})
