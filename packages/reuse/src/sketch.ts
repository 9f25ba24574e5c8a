import { createHash } from 'node:crypto'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { type Grams, SAMPLING, type Sampling } from './grams.ts'

/** One file of many, sampled. */
export interface Sketch {
  /** Its path, with `/`; the same on every host. */
  readonly file: string
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string
  readonly grams: Grams
}

/** Two Parquet files, named by their own content: what is sampled of some files, and which files they are. */
export interface SketchFiles {
  readonly grams: Named
  /** To be written last: where it stands, the other is whole. */
  readonly files: Named
}

interface Named {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The number of a file in all tables: 63 bits of the SHA-256 of its path. */
export function docOf(file: string): bigint {
  return createHash('sha256').update(file).digest().readBigInt64BE(0) & 0x7fffffffffffffffn
}

/**
 * Packs sampled files. The same files give the same bytes, so a run that is repeated writes nothing new.
 *
 * `grams-*.parquet`: `doc` BIGINT, `hash` BIGINT, `place` INTEGER, a row a gram.
 * `files-*.parquet`: `doc`, `file`, `sha256`, `characters`, `length`, `every` (the sampling), and `grams`, the
 * name of the other.
 */
export function packSketches(
  sketches: readonly Sketch[],
  sampling: Sampling = SAMPLING,
): SketchFiles {
  const grams = named('grams', { columnData: gramColumns(sketches) })
  const files = named('files', { columnData: fileColumns(sketches, sampling, grams.name) })
  return { grams, files }
}

function gramColumns(sketches: readonly Sketch[]): Columns['columnData'] {
  const rows = sketches.reduce((sum, { grams }) => sum + grams.places.length, 0)
  const doc = new BigInt64Array(rows)
  const hash = new BigInt64Array(rows)
  const place = new Int32Array(rows)
  let at = 0
  for (const { file, grams } of sketches) {
    doc.fill(docOf(file), at, at + grams.places.length)
    hash.set(grams.hashes, at)
    place.set(grams.places, at)
    at += grams.places.length
  }
  // Hashes are random bits: nothing to compress.
  const plain = { encoding: 'PLAIN', codec: 'UNCOMPRESSED' } as const
  return [
    { name: 'doc', data: doc, type: 'INT64', nullable: false },
    { name: 'hash', data: hash, type: 'INT64', nullable: false, ...plain },
    { name: 'place', data: place, type: 'INT32', nullable: false, encoding: 'DELTA_BINARY_PACKED' },
  ]
}

function fileColumns(
  sketches: readonly Sketch[],
  { length, every }: Sampling,
  gramsFile: string,
): Columns['columnData'] {
  const texts = (name: string, of: (sketch: Sketch) => string) =>
    ({ name, data: sketches.map(of), type: 'STRING', nullable: false }) as const
  const ints = (name: string, of: (sketch: Sketch) => number) =>
    ({ name, data: sketches.map(of), type: 'INT32', nullable: false }) as const
  return [
    { name: 'doc', data: sketches.map(({ file }) => docOf(file)), type: 'INT64', nullable: false },
    texts('file', ({ file }) => file),
    texts('sha256', ({ sha256 }) => sha256),
    ints('characters', ({ grams }) => grams.characters),
    ints('length', () => length),
    ints('every', () => every),
    texts('grams', () => gramsFile),
  ]
}

type Columns = Omit<Parameters<typeof parquetWriteBuffer>[0], 'rowGroupSize'>

function named(kind: string, columns: Columns): Named {
  // Row groups of a size that engines of queries share out among their threads.
  const bytes = new Uint8Array(parquetWriteBuffer({ ...columns, rowGroupSize: 122_880 }))
  return { name: `${kind}-${digest(bytes)}.parquet`, bytes }
}

/** What a file of a sketch is named by: 80 bits of the SHA-256 of its bytes. */
function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 20)
}
