/** Something wrong in a book: where, which rule, what was expected and what came. */
export interface Finding {
  readonly path: string
  readonly rule: string
  readonly message: string
}

/** One line for each finding, so that a failed assertion reads well. */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map((found) => `${found.path}: ${found.rule}: ${found.message}`)
}
