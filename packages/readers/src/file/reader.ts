import type { WitnessKind } from '@huijiao/ast'
import type { Encoding, FileMap, Mark, PrintedLine, PrintedPage } from '@huijiao/model'
import type { VFileMessage } from 'vfile-message'

/** A file of `witnesses/`, not yet read. */
export interface RawFile {
  /** Name below `witnesses/`. */
  readonly file: string
  readonly bytes: Uint8Array
  /** Its first characters, one a byte where they are no text: enough to know a format by. */
  readonly head: string
  /** The encoding that a person gives it. */
  readonly encoding?: Encoding
  /** Whether one byte that is no text is an error rather than a warning. */
  readonly strict: boolean
  /** Another file of `witnesses/`, by its name below this file's folder. */
  beside(name: string): RawFile | undefined
}

/** One text of a file. Most files hold one; an edition with an apparatus holds one for each witness. */
export interface ReadText {
  /** The file's name for the witness, where it holds several. */
  readonly witness?: string
  readonly text: string
  readonly encoding: Encoding
  /** Absent where the text is the decoded file. */
  readonly map?: FileMap
  readonly marks?: readonly Mark[]
  readonly pages?: readonly PrintedPage[]
  readonly lines?: readonly PrintedLine[]
  /** Other files that were read with this one. */
  readonly uses?: readonly RawFile[]
  /** Warnings; what cannot be read throws `InputError`. */
  readonly messages: readonly VFileMessage[]
}

/** Reads one format. */
export interface Reader {
  readonly id: string
  /** For messages: `ALTO (.xml)`. */
  readonly name: string
  /** What its texts mostly are; absent where the format does not tell. */
  readonly kind?: WitnessKind
  /** Whether the file is of this format, by its name and its head. */
  accepts(file: RawFile): boolean
  /** @throws {InputError} where the file breaks the rules of its format or passes a limit. */
  read(file: RawFile): readonly ReadText[] | Promise<readonly ReadText[]>
}
