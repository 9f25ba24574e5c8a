/** Reports a field of a node that is not as it must be. */
export type Fail = (field: string, expected: string, got: unknown) => never

/** A tree that is not canonical. `path` leads to what is wrong: `edition › work[2] › paragraph[5] › app[1].id`. */
export class TreeError extends Error {
  readonly path: string
  readonly expected: string
  constructor(path: string, expected: string, got: unknown) {
    super(`${path}: expected ${expected}, got ${show(got)}`)
    this.name = 'TreeError'
    this.path = path
    this.expected = expected
  }
}

function show(value: unknown): string {
  const json = JSON.stringify(value)
  return json === undefined ? String(value) : json.length > 80 ? `${json.slice(0, 77)}…` : json
}
