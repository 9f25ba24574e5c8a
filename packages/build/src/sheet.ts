import { fault, InputError } from '@huijiao/model'
import { isMap, parseDocument } from 'yaml'

/** How the PDF is set for a printer, beyond what stands on its pages. */
export interface Sheet {
  /** Name of the trimmed page, in place of the edition's. */
  readonly trim?: string
  /** Bleed and crop marks. */
  readonly marks?: boolean
  /** Two pages a side for folding: sheets folded together, or all of them. */
  readonly booklet?: number | 'all'
}

export const TRIMS = ['a5', '32k', '16k', 'a4'] as const

/** What an `edition.yaml` says under `print`. What is wrong there is said by the task that makes the tree. */
export function sheetOf(yaml: string): Sheet {
  const { contents } = parseDocument(yaml, { uniqueKeys: false })
  const print = contents !== null && 'get' in contents ? contents.get('print', true) : undefined
  if (!isMap(print)) return {}
  const [marks, booklet] = [print.get('marks'), print.get('booklet')]
  return {
    ...(typeof marks === 'boolean' ? { marks } : {}),
    ...(booklet === true ? { booklet: 'all' as const } : {}),
    ...(isCount(booklet) ? { booklet } : {}),
  }
}

/**
 * Reads the options of the command that speak of the sheet.
 *
 * @param booklet `true` for all sheets together, or their number.
 * @throws {InputError} where one is none.
 */
export function parseSheet(options: {
  readonly trim?: string
  readonly marks?: boolean
  readonly booklet?: string | true
}): Sheet {
  const { trim, marks, booklet } = options
  if (trim !== undefined && !TRIMS.some((name) => name === trim))
    throw new InputError([fault('trim', { file: '--trim' }, { trim, known: [...TRIMS] })])
  const sheets = booklet === undefined || booklet === true ? booklet : Number(booklet)
  if (typeof sheets === 'number' && !isCount(sheets))
    throw new InputError([fault('booklet', { file: '--booklet' }, { sheets: String(booklet) })])
  return {
    ...(trim === undefined ? {} : { trim }),
    ...(marks === undefined ? {} : { marks }),
    ...(sheets === undefined ? {} : { booklet: sheets === true ? 'all' : sheets }),
  }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0

/** The arguments of the printing program that a sheet asks for. */
export function argumentsOf({ trim, marks, booklet }: Sheet): string {
  return [
    trim === undefined ? [] : ['--trim', trim],
    marks === true ? ['--marks'] : [],
    booklet === undefined ? [] : ['--booklet'],
    typeof booklet === 'number' ? ['--signature', String(booklet)] : [],
  ]
    .flat()
    .map((argument) => ` ${argument}`)
    .join('')
}
