/**
 * What a run of text is set in: Song 宋体 for text, Hei 黑体 for headings, Kai 楷体 for quotations; marks are those of
 * Taiwan and Hong Kong, in the middle of their square.
 */
export type Role =
  | 'song'
  | 'song-bold'
  | 'hei'
  | 'hei-bold'
  | 'kai'
  | 'kai-bold'
  | 'marks'
  | 'marks-bold'

export const ROLES: readonly Role[] = ['song', 'song-bold', 'hei', 'hei-bold', 'kai', 'kai-bold']

/** A face: one font file, or one slice of a sliced web font, at one weight. */
export interface Face {
  /** ASCII letters, digits and hyphens; unique. */
  readonly id: string
  /** The family by which a style sheet names this face. Several faces share one, told apart by weight. */
  readonly family: string
  /** CSS weight, 400 or 700. */
  readonly weight: number
  /** Absolute path of the font file as its package ships it. */
  readonly file: string
  readonly format: 'ttf' | 'woff' | 'woff2'
  /** Name and version of the package, for the record. */
  readonly source: string
  /** Where each axis of a variable font is pinned. */
  readonly axes?: Readonly<Record<string, number>>
  /** Code points that the file maps, ascending; read on first use. */
  readonly codePoints: () => readonly number[]
  readonly covers: (codePoint: number) => boolean
}
