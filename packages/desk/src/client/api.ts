import type { Act } from '../protocol/acts.ts'
import type { DeskState, Taken } from '../protocol/state.ts'
import type { Views } from '../protocol/views.ts'

/* All addresses are below that of the page, which has the token in it. */

export type Query = Readonly<Record<string, string | number>>

/** Asks for a view: `view('source', { file: 'a.txt', at: 0 })`. */
export async function view<K extends keyof Views>(name: K, query: Query = {}): Promise<Views[K]> {
  const asked = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, `${value}`]))
  const response = await fetch(`./api/${name}?${asked.toString()}`)
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as Views[K]
}

async function post(path: string, body: unknown): Promise<Taken> {
  const response = await fetch(`./api/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Taken
}

export const sendAct = (act: Act, seen: string): Promise<Taken> => post('act', { act, seen })
export const sendUndo = (): Promise<Taken> => post('undo', {})
export const sendRedo = (): Promise<Taken> => post('redo', {})

/** Calls back with the state whenever it changes; with null when the program does not answer. */
export function listen(told: (state: DeskState | null) => void): () => void {
  const events = new EventSource('./api/events')
  events.addEventListener('message', (event: MessageEvent<string>) =>
    told(JSON.parse(event.data) as DeskState),
  )
  events.addEventListener('error', () => told(null))
  return () => events.close()
}
