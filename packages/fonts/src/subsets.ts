import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { FaceUse } from './assign.ts'
import { UncoveredCharacterError } from './errors.ts'
import type { Face } from './face.ts'
import type { SubsetFormat } from './subset.ts'

/** What a thread is asked for, and what it answers. */
export interface Order {
  readonly id: string
  readonly characters: string
  readonly format: SubsetFormat
}
export type Answer = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly uncovered: string }

/** A face, cut. */
export interface Subset {
  readonly face: Face
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Node runs threads from JavaScript alone: from the sources, too, it is what was compiled of them. */
const THREAD = new URL('../dist/thread.js', import.meta.url)

/**
 * Cuts several faces side by side, in threads beside this one; the bytes are those of `subset`.
 * @returns subsets in the order of the uses.
 * @throws UncoveredCharacterError for a character that its face lacks.
 */
export async function subsets(
  uses: readonly FaceUse[],
  format: SubsetFormat = 'ttf',
): Promise<readonly Subset[]> {
  // What takes longest comes first, so that no thread is left alone with it.
  const waiting = [...uses].sort((a, b) => b.characters.length - a.characters.length)
  const cut = new Map<Face, Subset>()
  const thread = async (): Promise<void> => {
    const worker = new Worker(THREAD, { execArgv: [] })
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { face, characters } = next
        const answer = await ask(worker, { id: face.id, characters, format })
        if ('uncovered' in answer) throw new UncoveredCharacterError(answer.uncovered, face.id)
        cut.set(face, { face, bytes: answer.bytes })
      }
    } finally {
      await worker.terminate()
    }
  }
  // One processor is left to whoever waits, who has the rest of the book to make meanwhile.
  const threads = Math.min(waiting.length, Math.max(1, availableParallelism() - 1))
  await Promise.all(Array.from({ length: threads }, thread))
  return uses.flatMap(({ face }) => cut.get(face) ?? [])
}

function ask(worker: Worker, order: Order): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners()
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`${order.id}: a thread ended with ${code}`)))
    worker.postMessage(order, [])
  })
}
