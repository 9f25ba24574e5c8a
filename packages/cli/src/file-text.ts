import { type LeftOut, type RuleMessage, warning } from '@huijiao/model'
import { READERS, rawFile } from '@huijiao/readers'

/** Reads files one by one for their text alone, and keeps what is to be said of those that have none. */
export interface TextReader {
  /** The text of a file, of several the first; null where it cannot be read. */
  readonly read: (file: string, bytes: Uint8Array) => Promise<string | null>
  /** A message for each file that was left out. */
  readonly leftOut: readonly RuleMessage[]
}

export function textReader(): TextReader {
  const leftOut: RuleMessage[] = []
  const refuse = (file: string, why: LeftOut): null => {
    leftOut.push(warning('file-left-out', { file }, { why }))
    return null
  }
  return {
    leftOut,
    read: async (file, bytes) => {
      const raw = rawFile(file, bytes)
      const reader = READERS.find((each) => each.accepts(raw))
      if (reader === undefined) return refuse(file, { kind: 'format' })
      try {
        const [first] = await reader.read(raw)
        return first?.text ?? refuse(file, { kind: 'empty' })
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error)
        return refuse(file, { kind: 'fault', text })
      }
    },
  }
}
