import { Worker } from 'node:worker_threads'
import type { Texts } from '../folder/texts.ts'
import type { Summary } from '../protocol/summary.ts'
import type { Views } from '../protocol/views.ts'
import type { Answered, Asked, Task } from './messages.ts'

/** A thread that reads or collates, as the server sees it. */
export interface Collator {
  refresh(texts: Texts): Promise<Summary>
  view(
    view: keyof Views,
    query: Readonly<Record<string, string>>,
    language: string,
  ): Promise<unknown>
  close(): Promise<void>
}

/** Said to all who wait for a thread that has ended. */
export class ThreadEnded extends Error {}

/** Its heap, in MB: collating takes about 60 bytes for each byte of the sources. */
const HEAP = 6144

/** Starts a thread; `onStage` is told what it is doing. */
export function startCollator(task: Task, onStage: (stage: string) => void): Collator {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  })
  interface Waiting {
    readonly resolve: (value: unknown) => void
    readonly reject: (error: Error) => void
  }
  const waiting = new Map<number, Waiting>()
  let count = 0
  let dead: Error | null = null
  const end = (error: Error): void => {
    dead = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (said: Answered) => {
    if (said.kind === 'stage') {
      onStage(said.stage)
      return
    }
    const one = waiting.get(said.id)
    waiting.delete(said.id)
    if (said.kind === 'answer') one?.resolve(said.value)
    else one?.reject(new Error(said.reason))
  })
  worker.on('error', (error: Error) => end(new ThreadEnded(error.message)))
  worker.on('exit', (code) => end(new ThreadEnded(`the collating thread ended with ${code}`)))
  const ask = (asked: WithoutId): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (dead !== null) {
        reject(dead)
        return
      }
      count += 1
      waiting.set(count, { resolve, reject })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- between threads there is no origin
      worker.postMessage({ ...asked, id: count })
    })
  return {
    refresh: async (texts) => (await ask({ kind: 'refresh', texts })) as Summary,
    view: (view, query, language) => ask({ kind: 'view', view, query, language }),
    close: async () => {
      await worker.terminate()
    },
  }
}

type WithoutId = Asked extends infer A ? (A extends Asked ? Omit<A, 'id'> : never) : never
