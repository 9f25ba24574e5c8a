import { expect, test } from 'vitest'
import { faceById } from '../src/coverage.ts'
import { subset } from '../src/subset.ts'

test('the processors rest once a face is cut', async () => {
  const face = faceById('song-400')
  if (face === undefined) throw new Error('no face')
  const all = Array.from({ length: 1500 }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join('')
  await subset(face, all)
  const before = process.cpuUsage()
  await new Promise((resolve) => setTimeout(resolve, 800))
  const { user } = process.cpuUsage(before)
  expect(user).toBeLessThan(150_000)
})
