/** A message in words, in one language. */
export interface Saying {
  /** One sentence: what is wrong. */
  readonly reason: string
  readonly expected?: string | undefined
  readonly actual?: string | undefined
  /** What to do about it. */
  readonly hint?: string | undefined
}

/** The words of some rules in the language of the source, English: what they take as parameters is read off them. */
export type Topic = Readonly<Record<string, (values: never) => Saying>>

/** The words of the same rules, with the same parameters, in another language. */
export type WordsFor<T extends Topic> = {
  readonly [R in keyof T]: (values: Parameters<T[R]>[0]) => Saying
}
