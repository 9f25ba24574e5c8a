export { inEnglish as fileFault } from '@huijiao/files/fault'

/** `a, b, c` */
export const list = (items: readonly string[]): string => items.join(', ')

/** `a, b or c` */
export const orList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`

/** `a, b and c` */
export const andList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** `1 file`, `2 files` */
export const counted = (count: number, one: string, many: string = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
