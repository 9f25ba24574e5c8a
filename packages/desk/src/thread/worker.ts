import { parentPort, workerData } from 'node:worker_threads'
import { summaryOf } from '../look/summary.ts'
import { VIEWS } from '../look/views.ts'
import type { Look } from '../collation/look.ts'
import { readLook } from '../collation/reading.ts'
import { openSession } from '../collation/session.ts'
import type { Answered, Asked, Task } from './messages.ts'

/**
 * A thread that reads, or reads and collates: the page stays served while it works. Long collating keeps no one from
 * looking at the sources, which a thread of the first kind shows meanwhile.
 */
const { folder, task } = workerData as Task
const session = openSession(folder)
let read: Look | null = null
const say = (answer: Answered): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- between threads there is no origin
  parentPort?.postMessage(answer)
}

async function answer(asked: Asked): Promise<unknown> {
  if (asked.kind === 'view') {
    return VIEWS[asked.view](read ?? session.look(), asked.query, asked.language)
  }
  if (task === 'read') {
    read = await readLook(folder, asked.texts)
    return summaryOf(read)
  }
  const look = await session.refresh(asked.texts, (stage) => say({ kind: 'stage', stage }))
  return summaryOf(look)
}

async function reply(asked: Asked): Promise<void> {
  try {
    say({ kind: 'answer', id: asked.id, value: await answer(asked) })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    say({ kind: 'failure', id: asked.id, reason })
  }
}

// One after the other: a view is of a look that is whole.
let last = Promise.resolve()
parentPort?.on('message', (asked: Asked) => {
  last = last.then(() => reply(asked))
})
