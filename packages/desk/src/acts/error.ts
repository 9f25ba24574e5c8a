import type { Refusal } from '../protocol/refusal.ts'

/** An act that does not fit what is written: a work that is not listed, a witness that is not there. */
export class ActError extends Error {
  override readonly name = 'ActError'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(JSON.stringify(refusal))
    this.refusal = refusal
  }
}
