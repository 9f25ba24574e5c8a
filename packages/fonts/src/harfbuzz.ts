import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { FontError } from './errors.ts'

/** What is kept of a font. */
export interface Kept {
  /** Each once. */
  readonly codePoints: readonly number[]
  /** Tags of OpenType features. */
  readonly features: readonly string[]
  readonly nameIds: readonly number[]
  readonly dropped: readonly string[]
  /** Axes of a variable font and where they are pinned. */
  readonly axes: Readonly<Record<string, number>>
}

type Pointer = number

/** The functions of harfbuzz' hb-subset that are called here, as its C headers declare them. */
interface Library {
  readonly memory: { readonly buffer: ArrayBuffer }
  _initialize(): void
  malloc(size: number): Pointer
  free(pointer: Pointer): void
  hb_blob_create(
    data: Pointer,
    length: number,
    mode: number,
    user: Pointer,
    destroy: Pointer,
  ): Pointer
  hb_blob_destroy(blob: Pointer): void
  hb_blob_get_data(blob: Pointer, length: Pointer): Pointer
  hb_blob_get_length(blob: Pointer): number
  hb_face_create(blob: Pointer, index: number): Pointer
  hb_face_destroy(face: Pointer): void
  hb_face_reference_blob(face: Pointer): Pointer
  hb_set_add(set: Pointer, value: number): void
  hb_set_clear(set: Pointer): void
  hb_subset_input_create_or_fail(): Pointer
  hb_subset_input_destroy(input: Pointer): void
  hb_subset_input_set(input: Pointer, kind: number): Pointer
  hb_subset_input_unicode_set(input: Pointer): Pointer
  hb_subset_input_set_flags(input: Pointer, flags: number): void
  hb_subset_input_pin_axis_location(input: Pointer, face: Pointer, tag: number, at: number): number
  hb_subset_or_fail(face: Pointer, input: Pointer): Pointer
}

const WRITABLE = 2
const [DROPPED_TABLES, NAME_IDS, FEATURES] = [3, 4, 6]
const NO_HINTING = 1

/**
 * Nearly all of harfbuzz is one function. V8 of Node 20 takes longer to optimise it than it takes to cut the faces of
 * the largest book without, and the event loop waits for that.
 */
const UNOPTIMISED = '--liftoff-only'

let loading: Promise<Library> | undefined

/** Cuts a TrueType or CFF font down to some characters, with harfbuzz. Equal arguments give equal bytes. */
export async function cutDown(
  font: Uint8Array,
  kept: Kept,
  name = 'font',
): Promise<Uint8Array<ArrayBuffer>> {
  loading ??= load()
  const library = await loading
  const data = library.malloc(font.length)
  new Uint8Array(library.memory.buffer).set(font, data)
  const blob = library.hb_blob_create(data, font.length, WRITABLE, 0, 0)
  const face = library.hb_face_create(blob, 0)
  library.hb_blob_destroy(blob)
  const input = library.hb_subset_input_create_or_fail()
  try {
    describe(library, input, face, kept)
    const made = library.hb_subset_or_fail(face, input)
    if (made === 0) throw new FontError(name, 'a font that harfbuzz can cut down', 'none')
    const result = library.hb_face_reference_blob(made)
    const start = library.hb_blob_get_data(result, 0)
    const bytes = new Uint8Array(library.memory.buffer).slice(
      start,
      start + library.hb_blob_get_length(result),
    )
    library.hb_blob_destroy(result)
    library.hb_face_destroy(made)
    return bytes
  } finally {
    library.hb_subset_input_destroy(input)
    library.hb_face_destroy(face)
    library.free(data)
  }
}

async function load(): Promise<Library> {
  setFlagsFromString(UNOPTIMISED)
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(path))
  const library = instance.exports as Library
  library._initialize()
  return library
}

function describe(library: Library, input: Pointer, face: Pointer, kept: Kept): void {
  const fill = (kind: number, values: readonly number[]): void => {
    const set = library.hb_subset_input_set(input, kind)
    library.hb_set_clear(set)
    for (const value of values) library.hb_set_add(set, value)
  }
  const unicodes = library.hb_subset_input_unicode_set(input)
  for (const codePoint of kept.codePoints) library.hb_set_add(unicodes, codePoint)
  fill(FEATURES, kept.features.map(tag))
  fill(NAME_IDS, kept.nameIds)
  const dropped = library.hb_subset_input_set(input, DROPPED_TABLES)
  for (const table of kept.dropped) library.hb_set_add(dropped, tag(table))
  library.hb_subset_input_set_flags(input, NO_HINTING)
  for (const [axis, at] of Object.entries(kept.axes))
    library.hb_subset_input_pin_axis_location(input, face, tag(axis), at)
}

function tag(name: string): number {
  return Array.from(name).reduce((value, letter) => (value << 8) + letter.charCodeAt(0), 0)
}
