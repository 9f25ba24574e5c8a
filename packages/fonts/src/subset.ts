import subsetFont from 'subset-font'
import { type FaceUse, sortCharacters } from './assign.ts'
import { readMapping } from './cmap.ts'
import { UncoveredCharacterError } from './errors.ts'
import type { Face } from './face.ts'
import { openFont } from './open.ts'
import { readTables } from './sfnt.ts'
import { toTrueType } from './truetype.ts'
import { needsGlyph } from './visible.ts'

/** A face, cut to some characters. */
export interface Subset {
  readonly face: Face
  /** TrueType. */
  readonly bytes: Uint8Array
}

/** Vertical forms, squeezed punctuation, Latin quotation marks, kerning and composition; no ligatures. */
const FEATURES = [
  'ccmp',
  'pwid',
  'locl',
  'mark',
  'mkmk',
  'kern',
  'vkrn',
  'vert',
  'vrt2',
  'halt',
  'vhal',
  'palt',
  'vpal',
  'chws',
  'vchw',
]

/** Licence and its address; harfbuzz keeps copyright, version and the names of the face by itself. */
const LICENCE_NAMES = [13, 14]

/**
 * A TrueType font of just these characters. Equal arguments give equal bytes. Variable faces are pinned at the face's
 * axes.
 *
 * @throws {UncoveredCharacterError} for a character that the face lacks.
 */
export async function subset(face: Face, characters: string): Promise<Uint8Array> {
  const wanted = sortCharacters(characters)
  const font = await subsetFont(await openFont(face.file), wanted, {
    targetFormat: 'sfnt',
    keepFeatures: FEATURES,
    preserveNameIds: LICENCE_NAMES,
    noHinting: true,
    // Says which member of a variable family a font is; a subset is none.
    dropTables: ['STAT'],
    ...(face.axes === undefined ? {} : { variationAxes: face.axes }),
  })
  assertMapped(face, font, wanted)
  return toTrueType(font, face.file)
}

/**
 * Cuts several faces, in the order of the uses.
 *
 * @throws {UncoveredCharacterError} for a character that its face lacks.
 */
export const subsets = (uses: readonly FaceUse[]): Promise<readonly Subset[]> =>
  Promise.all(
    uses.map(async ({ face, characters }) => ({ face, bytes: await subset(face, characters) })),
  )

function assertMapped(face: Face, font: Uint8Array, wanted: string): void {
  const mapping = readMapping(readTables(font, face.id).get('cmap') ?? new Uint8Array(4))
  for (const character of wanted) {
    const codePoint = character.codePointAt(0) ?? 0
    if (needsGlyph(codePoint) && mapping.glyph(codePoint) === 0)
      throw new UncoveredCharacterError(character, face.id)
  }
}
