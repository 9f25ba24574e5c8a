/** A code point as `U+4E00`. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

/** No face of a role's chain has this character; a book with it would show a blank. */
export class UncoveredCharacterError extends Error {
  readonly character: string
  readonly codePoint: number
  readonly place: string | undefined

  constructor(character: string, role: string, place?: string) {
    const codePoint = character.codePointAt(0) ?? 0
    super(
      `${place === undefined ? '' : `${place}: `}no face covers “${character}” (${codePointName(codePoint)}): ` +
        `expected a glyph for the role “${role}” or one of its fallbacks, got none. ` +
        `Hint: correct the character in a ruling, or add a face that has it.`,
    )
    this.name = 'UncoveredCharacterError'
    this.character = character
    this.codePoint = codePoint
    this.place = place
  }
}

/** A font file, or what was made from one, is not what it should be. */
export class FontError extends Error {
  constructor(file: string, expected: string, got: string) {
    super(`${file}: expected ${expected}, got ${got}.`)
    this.name = 'FontError'
  }
}
