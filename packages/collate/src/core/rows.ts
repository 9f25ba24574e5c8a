/** Rows of whole numbers, one after the other in one array that grows. */
export class Rows {
  readonly #width: number
  #numbers = new Int32Array(1024)
  #length = 0

  /** @param width numbers in a row */
  constructor(width: number) {
    this.#width = width
  }

  /** Copies a row to the end. */
  push(row: Int32Array): void {
    const end = this.#length + this.#width
    if (end > this.#numbers.length) {
      const longer = new Int32Array(Math.max(end, 2 * this.#numbers.length))
      longer.set(this.#numbers)
      this.#numbers = longer
    }
    for (let i = 0; i < this.#width; i++) this.#numbers[this.#length + i] = row[i] as number
    this.#length = end
  }

  /** Writes over the last row. */
  replaceLast(row: Int32Array): void {
    for (let i = 0; i < this.#width; i++) {
      this.#numbers[this.#length - this.#width + i] = row[i] as number
    }
  }

  all(): Int32Array {
    return this.#numbers.subarray(0, this.#length)
  }
}
