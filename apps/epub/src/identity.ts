import type { EditionMeta } from '@huijiao/ast'

/** `dcterms:modified`: the edition's date, since the book depends on no other. */
export const modifiedOf = (meta: EditionMeta): string => `${meta.date}T00:00:00Z`

/** A book without a date of its own would carry the machine's. */
export class EditionDateError extends Error {
  constructor(date: string) {
    super(`date: expected an ISO date, such as 2024-05-01, got “${date}”`)
    this.name = 'EditionDateError'
  }
}

/**
 * The date of every entry of the container; containers know none before 1980.
 *
 * @throws {EditionDateError}
 */
export function dateOf({ date }: EditionMeta): Date {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time)) throw new EditionDateError(date)
  return new Date(Math.max(time, Date.UTC(1980, 0, 1)))
}
