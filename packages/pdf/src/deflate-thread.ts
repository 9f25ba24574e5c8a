import { parentPort } from 'node:worker_threads'
import { zlibSync } from 'fflate'
import { LEVEL } from './deflate.ts'

/** Deflates in a thread of its own, one order after another. */
parentPort?.on('message', (bytes: Uint8Array) => {
  const deflated = zlibSync(bytes, { level: LEVEL })
  parentPort?.postMessage(deflated, [deflated.buffer])
})
