import type { Strings } from './strings/index.ts'

/** An ISO date as the language writes it; what is no date is left as it is. */
export function dateIn(date: string, strings: Strings): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  return year === undefined ? date : strings.dateOf(Number(year), Number(month), Number(day))
}
