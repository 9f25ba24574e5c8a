import { createHash } from 'node:crypto'
import { sortCharacters } from './assign.ts'
import { readMapping } from './cmap.ts'
import { UncoveredCharacterError } from './errors.ts'
import type { Face } from './face.ts'
import { cutDown } from './harfbuzz.ts'
import { rename } from './names.ts'
import { openFont } from './open.ts'
import { readTables } from './sfnt.ts'
import { toTrueType } from './truetype.ts'
import { needsGlyph } from './visible.ts'
import { packWoff2 } from './woff2.ts'

/** `ttf` (or `sfnt`, the same) opens in the oldest readers; `woff2` is smaller and slower to make. */
export type SubsetFormat = 'ttf' | 'sfnt' | 'woff2'

/** Vertical forms, squeezed punctuation, kerning and composition; no ligatures, no alternates. */
const FEATURES = [
  'ccmp',
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

/**
 * A font of just these characters, under the family name of the face.
 * Equal arguments give equal bytes. Variable faces are pinned at the face's axes.
 * @throws UncoveredCharacterError for a character that the face lacks.
 */
export async function subset(
  face: Face,
  characters: string,
  format: SubsetFormat = 'ttf',
): Promise<Uint8Array<ArrayBuffer>> {
  const wanted = sortCharacters(characters)
  const font = await cutDown(
    await openFont(face.file),
    {
      codePoints: Array.from(wanted, (c) => c.codePointAt(0) ?? 0),
      features: FEATURES,
      nameIds: [0, 5, 13, 14],
      // Says which member of a variable family a font is; a subset is none.
      dropped: ['STAT'],
      axes: face.axes ?? {},
    },
    face.file,
  )
  assertMapped(face, font, wanted)
  const named = rename(await toTrueType(font), {
    family: face.family,
    style: face.weight >= 600 ? 'Bold' : 'Regular',
    unique: createHash('sha256').update(`${face.id}\n${wanted}`).digest('hex').slice(0, 8),
  })
  return format === 'woff2' ? packWoff2(named) : named
}

function assertMapped(face: Face, font: Uint8Array, wanted: string): void {
  const mapping = readMapping(readTables(font, face.id).get('cmap') ?? new Uint8Array(4))
  for (const character of wanted) {
    const codePoint = character.codePointAt(0) ?? 0
    if (needsGlyph(codePoint) && mapping.glyph(codePoint) === 0)
      throw new UncoveredCharacterError(character, face.id)
  }
}
