import type { MadeBlock } from './work.ts'

/** A block of a kind. */
export const block = (kind: MadeBlock['kind'], text: string): MadeBlock => ({ kind, text })

/** So many blocks, each made by its number from 0. */
export const times = (count: number, make: (at: number) => MadeBlock): MadeBlock[] =>
  Array.from({ length: count }, (_, at) => make(at))
