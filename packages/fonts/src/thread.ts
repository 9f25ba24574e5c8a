import { parentPort } from 'node:worker_threads'
import { faceById } from './coverage.ts'
import { FontError, UncoveredCharacterError } from './errors.ts'
import { subset } from './subset.ts'
import type { Answer, Order } from './subsets.ts'

/** Cuts faces in a thread of its own, one order after another. */
parentPort?.on('message', async ({ id, characters, format }: Order) => {
  const answer = await cut(id, characters, format)
  parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer] : [])
})

async function cut(id: Order['id'], characters: string, format: Order['format']): Promise<Answer> {
  const face = faceById(id)
  if (face === undefined) throw new FontError(id, 'a face of the catalogue', 'none')
  try {
    return { bytes: await subset(face, characters, format) }
  } catch (error) {
    // A class does not survive the way to another thread.
    if (error instanceof UncoveredCharacterError) return { uncovered: error.character }
    throw error
  }
}
