import type { MessagePlace } from '../message.ts'
import type { Rule, Values } from '../words.ts'

/** A case in which a rule speaks. */
export interface Example<R extends Rule> {
  readonly at: MessagePlace
  readonly values: Values<R>
  /** What the file has there, where that shows the fault. */
  readonly text?: string
}

/** An example of each rule of a topic. */
export type ExamplesOf<T> = { readonly [R in keyof T & Rule]: Example<R> }
