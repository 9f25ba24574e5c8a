import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The first moment that an archive can date a file by. */
const NO_TIME = new Date(1980, 0, 1)

/** Endnotes are counted by figures; Word counts them by Roman ones unless told. */
const NUMBERED = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>$&'

const altered = (content: Uint8Array, what: RegExp, by: string): Uint8Array =>
  strToU8(strFromU8(content).replace(what, by))

/**
 * Puts the date of the edition in the place of the clock's: a package says when it was made, and when each of its
 * files was. Says how endnotes are counted.
 *
 * @param date of the edition, an ISO date.
 */
export function repack(bytes: Uint8Array, date: string): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([name, content]) => {
    if (name === 'docProps/core.xml') {
      const time = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu
      return [name, altered(content, time, `$1${date}T00:00:00Z`)] as const
    }
    if (name === 'word/settings.xml')
      return [name, altered(content, /<w:compat>/u, NUMBERED)] as const
    return [name, content] as const
  })
  return zipSync(Object.fromEntries(files), { mtime: NO_TIME, level: 9 })
}
