/** JSON with sorted indentation and a final line end; the same value gives the same bytes. */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
