import type { Quote } from '../protocol/acts.ts'

/** A quotation for one witness alone. */
export const inWitnessOf = (quote: Quote, siglum: string): Quote =>
  typeof quote === 'string' ? { text: quote, siglum } : quote
