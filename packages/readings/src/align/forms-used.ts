import type { TokenizedWitness, WitnessToken } from '@huijiao/model'

/** The forms in which witnesses of the edition's script write a character beside others. */
export interface FormsUsed {
  /** The one form that all of them use in these surroundings, the narrowest that are known; undefined where none. */
  beside(tokens: readonly WitnessToken[], at: number): string | undefined
  /** The one form that all of them use anywhere, and how often. */
  anywhere(key: string): { readonly form: string; readonly times: number } | undefined
}

/** Learns from witnesses how they write characters: by key and the keys on both sides, on one side, or alone. */
export function formsUsed(witnesses: readonly TokenizedWitness[]): FormsUsed {
  const forms = new Map<string, Set<string>>()
  const times = new Map<string, number>()
  for (const { tokens } of witnesses) {
    for (const [at, { t, n }] of tokens.entries()) {
      times.set(n, (times.get(n) ?? 0) + 1)
      for (const context of contexts(tokens, at)) {
        const known = forms.get(context)
        if (known === undefined) forms.set(context, new Set([t]))
        else known.add(t)
      }
    }
  }
  const only = (context: string): string | undefined => {
    const found = forms.get(context)
    return found?.size === 1 ? [...found][0] : undefined
  }
  return {
    beside(tokens, at) {
      const [both, left, right] = contexts(tokens, at)
      const whole = only(both ?? '')
      if (whole !== undefined) return whole
      const sides = new Set([left, right].flatMap((side) => only(side ?? '') ?? []))
      return sides.size === 1 ? [...sides][0] : undefined
    },
    anywhere(key) {
      const form = only(key)
      return form === undefined ? undefined : { form, times: times.get(key) ?? 0 }
    },
  }
}

/** Keys of a token in its surroundings: both neighbours, the left one, the right one, alone. */
function contexts(tokens: readonly WitnessToken[], at: number): string[] {
  const key = tokens[at]?.n ?? ''
  const left = tokens[at - 1]?.n ?? ''
  const right = tokens[at + 1]?.n ?? ''
  return [`${left} ${key} ${right}`, `${left} ${key} *`, `* ${key} ${right}`, key]
}
