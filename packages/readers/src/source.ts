import { createHash } from 'node:crypto'
import { fault, InputError, type Source, type SourceShape, sourceOf } from '@huijiao/model'
import type { VFileMessage } from 'vfile-message'
import { DEEPEST, LONGEST_LINE } from './file/limits.ts'
import type { RawFile, ReadText } from './file/reader.ts'
import { READERS, readerOf } from './registry.ts'
import { decodeBytes } from './encoding/bytes.ts'
import { type DecodeOptions, decode } from './encoding/decode.ts'
import { guessEncoding } from './encoding/encoding.ts'

/**
 * Reads a file as plain text, whatever it looks like. `file` is the name for messages and spans, below the
 * edition's `witnesses/`.
 *
 * @throws {ReadError} with the byte offset where the bytes are no text.
 */
export function readSource(
  file: string,
  siglum: string,
  bytes: Uint8Array,
  options: DecodeOptions = {},
): Source {
  const { text, encoding } = decode(file, bytes, options)
  return sourceOf(text, { file, siglum, sha256: hashOf([bytes]), encoding })
}

/** How a person wants a file read, and where its neighbours lie. */
export interface RawFileOptions extends DecodeOptions {
  /** Another file of `witnesses/`, by its path there. */
  readonly other?: (path: string) => Uint8Array | undefined
}

/** Characters by which the format of a file is known. */
const HEAD = 1 << 14

/** A file with what readers know a format by. */
export function rawFile(file: string, bytes: Uint8Array, options: RawFileOptions = {}): RawFile {
  const { encoding, strict = false, other } = options
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  return {
    file,
    bytes,
    head: headOf(bytes),
    strict,
    ...(encoding === undefined ? {} : { encoding }),
    beside(name) {
      const path = folder + name
      const found = path.split('/').includes('..') ? undefined : other?.(path)
      return found === undefined
        ? undefined
        : rawFile(path, found, { strict, ...(other && { other }) })
    },
  }
}

/** Its first characters; of PDF and ZIP one a byte. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD)
  const magic = String.fromCharCode(...head.subarray(0, 4))
  const binary = magic === '%PDF' || magic === 'PK\u0003\u0004'
  if (binary) return new TextDecoder('latin1').decode(head)
  const { encoding, mark } = guessEncoding(head)
  return decodeBytes(encoding, head.subarray(mark), true)
}

/** A file, read: a source for each text that it holds. */
export interface ReadFile {
  /** With an empty siglum where the file holds several witnesses. */
  readonly sources: readonly Source[]
  /** Other files that were read with it. */
  readonly uses: readonly string[]
  readonly messages: readonly VFileMessage[]
}

/**
 * Reads a file by the reader that knows its format.
 *
 * @param witness the text that is meant, where the file holds several.
 * @throws {InputError} where no reader knows the format, or the file breaks its rules.
 * @throws {ReadError} where it is no text.
 */
export async function readFileAs(
  raw: RawFile,
  siglum: string,
  witness?: string,
): Promise<ReadFile> {
  const reader = readerOf(raw)
  if (reader === undefined) throw new InputError([unknownFormat(raw)])
  const texts = await withinDepth(raw, () => reader.read(raw))
  for (const text of texts) assertLines(raw, text)
  return asSources(raw, texts, reader.id, siglum, witness)
}

/** @throws {InputError} where a file is nested deeper than the libraries follow, which walk by recursion. */
async function withinDepth<T>({ file }: RawFile, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof RangeError && /call stack/u.test(error.message))) throw error
    throw new InputError([fault('too-deep', { file }, { most: DEEPEST })])
  }
}

/** @throws {InputError} where a line is longer than {@link LONGEST_LINE}, at the first character too many. */
function assertLines({ file }: RawFile, { text, map }: ReadText): void {
  let line = 1
  for (let from = 0; from < text.length; line += 1) {
    const end = text.indexOf('\n', from)
    const length = (end < 0 ? text.length : end) - from
    if (length > LONGEST_LINE) {
      // What a format makes of a file has no lines of the file.
      const at = map === undefined ? { file, line, column: LONGEST_LINE + 1 } : { file }
      throw new InputError([fault('line-too-long', at, { most: LONGEST_LINE, length })])
    }
    from += length + 1
  }
}

function asSources(
  raw: RawFile,
  texts: readonly ReadText[],
  format: string,
  siglum: string,
  witness: string | undefined,
): ReadFile {
  const names = texts.flatMap((text) => text.witness ?? [])
  const wanted = witness === undefined ? texts : texts.filter((text) => text.witness === witness)
  if (wanted.length === 0) throw new InputError([unknownWitness(raw, witness ?? '', names)])
  const several = names.length > 1
  const sources = wanted.map((read) => {
    const { text, encoding, witness: name, uses = [] } = read
    return sourceOf(text, {
      encoding,
      ...shapeOf(read, format),
      ...(several && name !== undefined
        ? { file: `${raw.file}#${name}`, witness: name }
        : { file: raw.file }),
      siglum,
      sha256: hashOf([raw.bytes, ...uses.map(({ bytes }) => bytes)]),
    })
  })
  return {
    sources,
    uses: wanted.flatMap(({ uses = [] }) => uses.map(({ file }) => file)),
    messages: wanted[0]?.messages ?? [],
  }
}

/** What a reader says of a text besides its characters; of plain text nothing. */
function shapeOf({ map, marks, pages, lines }: ReadText, format: string): SourceShape {
  if (map === undefined) return {}
  return {
    format,
    map,
    ...(marks !== undefined && marks.length > 0 && { marks }),
    ...(pages !== undefined && pages.length > 0 && { pages }),
    ...(lines !== undefined && lines.length > 0 && { lines }),
  }
}

function hashOf(files: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const bytes of files) hash.update(bytes)
  return hash.digest('hex')
}

const unknownFormat = ({ file }: RawFile) =>
  fault('unknown-format', { file }, { known: READERS.map(({ name }) => name) })

const unknownWitness = ({ file }: RawFile, witness: string, known: readonly string[]) =>
  fault('unknown-witness', { file }, { witness, known: [...known] })
