/** What a block of a made work is; the names are those of the lines it begins. */
type BlockKind =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'dateline'
  | 'salutation'
  | 'heading'
  | 'paragraph'
  | 'verse'
  | 'item'
  | 'row'
  | 'note'

export interface MadeBlock {
  readonly kind: BlockKind
  /** The cells of a `row` are parted by tabs. */
  readonly text: string
  /** Of a heading: 1 for a part of several chapters, 2 for a chapter, 3 for a section. */
  readonly depth?: number
  /** White space stands before it even where blocks are set close: stanzas, scenes, a table. */
  readonly apart?: boolean
  /** Set further in than the paragraphs: verse and letters in prose, closings of letters. */
  readonly inset?: boolean
}

export type Genre =
  | 'report'
  | 'essay'
  | 'speech'
  | 'interview'
  | 'story'
  | 'novel'
  | 'verse'
  | 'ci'
  | 'modern-verse'
  | 'drama'
  | 'opera'
  | 'statute'
  | 'paper'
  | 'letter'
  | 'classical'
  | 'unpunctuated'
  | 'diary'

/** A work before it is printed: its first block is its title, but for untitled ones. */
export interface MadeWork {
  readonly genre: Genre
  readonly blocks: readonly MadeBlock[]
}
