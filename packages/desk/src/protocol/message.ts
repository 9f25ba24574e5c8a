import type { InEach, Saying } from '@huijiao/model'
import type { Told } from './state.ts'

/** A message with its place, in the words of each language. */
export interface Message {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly rule: string
  readonly saying: { readonly [L in keyof InEach]: Saying }
}

/** A message as a page in one language shows it. */
export function toldIn({ saying, ...place }: Message, language: keyof InEach): Told {
  const { reason, expected, actual, hint } = saying[language]
  return {
    ...place,
    reason,
    ...(expected === undefined || expected === '' ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(hint === undefined ? {} : { hint }),
  }
}
