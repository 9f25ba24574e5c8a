import { formatMessage, message } from '@huijiao/model'
import { READERS, rawFile } from '@huijiao/readers'

/** Reads files one by one for their text alone, and keeps what is to be said of those that have none. */
export interface TextReader {
  /** The text of a file, of several the first; null where it cannot be read. */
  readonly read: (file: string, bytes: Uint8Array) => Promise<string | null>
  /** A message for each file that was left out. */
  readonly leftOut: readonly string[]
}

export function textReader(): TextReader {
  const leftOut: string[] = []
  const refuse = (file: string, reason: string): null => {
    const rule = 'not-read'
    leftOut.push(formatMessage(message({ file, rule, reason: `Left out: ${reason}` }, false)))
    return null
  }
  return {
    leftOut,
    read: async (file, bytes) => {
      const raw = rawFile(file, bytes)
      const reader = READERS.find((each) => each.accepts(raw))
      if (reader === undefined) return refuse(file, 'no reader knows its format')
      try {
        const [first] = await reader.read(raw)
        return first?.text ?? refuse(file, 'it holds no text')
      } catch (error) {
        return refuse(file, error instanceof Error ? error.message : String(error))
      }
    },
  }
}
