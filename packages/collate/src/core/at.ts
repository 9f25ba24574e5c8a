/** Reads a typed array at an index that is known to lie inside it. */
export function at(array: Int32Array, index: number): number {
  return array[index] as number
}
