/** What an item of a line is to the rules of line breaking. */
export type Kind =
  | 'letter'
  | 'opening'
  | 'closing'
  | 'point'
  | 'exclaiming'
  | 'other-mark'
  | 'word'
  | 'space'
  /** The call of a note: no word of the line. */
  | 'call'
  /** Whatever is set as one piece: a picture, a label, an annotated character. */
  | 'box'

/** What no line divides: a character with its mark, a word, a box. Lengths in pixels along the line. */
export interface Item {
  readonly kind: Kind
  readonly text: string
  /** Its whole width; that of a mark with its blank half. */
  readonly width: number
  /** How much narrower it is without its blank half; 0 for what has none. */
  readonly blank: number
  /** Room before it that a line does not begin with: the gap between Han and Latin. */
  readonly gap: number
  /** Room before it in any case: margins of elements. */
  readonly lead: number
  /** Whether a line may end before it. */
  readonly breaks: boolean
  /** Number of the note of two rows that it is a character of; its width is that in its row. */
  readonly note?: number
}

/** The shape of the lines of a block. */
export interface Measure {
  /** Length of a line. */
  readonly length: number
  /** How far in the first line begins; negative where it begins farther out. */
  readonly indent: number
  /** Size of a character. */
  readonly em: number
}

/** A line that has been chosen: items `from` to before `to`. */
export interface Line {
  readonly from: number
  readonly to: number
  /** Items that stand without their blank halves. */
  readonly halved: readonly number[]
  /** Room that is left to be filled. */
  readonly slack: number
}
