import type { Message } from './message.ts'
import type { Left, WorkName } from './state.ts'

/** What the thread that collates tells of what it made, without being asked. */
export interface Summary {
  readonly made: number
  readonly title: string
  readonly language: string
  readonly works: readonly WorkName[]
  readonly left: Left
  readonly faults: readonly Message[]
  readonly warnings: readonly Message[]
  readonly beginning: Beginning | null
}

/** What makes an edition of a folder of raw files. */
export interface Beginning {
  /** The text of the `edition.yaml` that is proposed. */
  readonly yaml: string
  /** Files that lie in the folder itself, where no `witnesses/` is. */
  readonly loose: readonly string[]
}
