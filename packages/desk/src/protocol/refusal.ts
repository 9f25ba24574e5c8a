/** Why an act was not done. */
export type Refusal =
  /** The file says so already. */
  | { readonly why: 'unchanged' }
  | { readonly why: 'nothing-to-undo' }
  /** It is no YAML, or not the kind of YAML that belongs there. */
  | { readonly why: 'unreadable'; readonly file: string }
  | { readonly why: 'no-work'; readonly work: string }
  | { readonly why: 'no-works' }
  | { readonly why: 'last-work' }
  | { readonly why: 'no-witness'; readonly siglum: string }
  | { readonly why: 'siglum-taken'; readonly siglum: string }
  | { readonly why: 'no-list'; readonly key: string }
  | { readonly why: 'no-ruling'; readonly locus: string }

/** The words of each, in a language. */
export type RefusalWords = {
  readonly [W in Refusal['why']]: (refusal: Extract<Refusal, { why: W }>) => string
}

export function sayRefusal(words: RefusalWords, refusal: Refusal): string {
  // The key and the value are of one kind, which the type of the table alone does not say.
  const say = words[refusal.why] as (refusal: Refusal) => string
  return say(refusal)
}
