import { Worker } from 'node:worker_threads'

/** How hard the deflater tries, from 0 to 9. */
export const LEVEL = 6

/** Deflates beside the program, in the order of the orders. */
export interface Deflater {
  /** The bytes in the zlib format. */
  deflate(bytes: Uint8Array): Promise<Uint8Array>
  close(): Promise<void>
}

/** Node runs threads from JavaScript alone: from the sources, too, it is what was compiled of them. */
const THREAD = new URL('../dist/deflate-thread.js', import.meta.url)

/**
 * Starts a thread that deflates. The deflater is written in JavaScript: the one of the runtime gives other
 * bytes on other processors.
 */
export function startDeflater(): Deflater {
  const worker = new Worker(THREAD, { execArgv: [] })
  const waiting: Order[] = []
  let ended: Error | undefined
  const fail = (error: Error): void => {
    ended ??= error
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  worker.on('message', (deflated: Uint8Array) => waiting.shift()?.resolve(deflated))
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the thread that deflates has ended')))
  return {
    deflate: (bytes) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) {
          reject(ended)
          return
        }
        waiting.push({ resolve, reject })
        worker.postMessage(bytes, [])
      }),
    async close() {
      await worker.terminate()
    },
  }
}

interface Order {
  readonly resolve: (deflated: Uint8Array) => void
  readonly reject: (error: Error) => void
}
