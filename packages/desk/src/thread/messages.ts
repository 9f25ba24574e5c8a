import type { Texts } from '../folder/texts.ts'
import type { Views } from '../protocol/views.ts'

/** What a thread is started for. */
export interface Task {
  readonly folder: string
  readonly task: 'read' | 'collate'
}

/** What a thread is asked. */
export type Asked =
  | { readonly id: number; readonly kind: 'refresh'; readonly texts: Texts }
  | {
      readonly id: number
      readonly kind: 'view'
      readonly view: keyof Views
      readonly query: Readonly<Record<string, string>>
      /** Language of the words, as BCP 47 has it. */
      readonly language: string
    }

/** What it says. */
export type Answered =
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly reason: string }
