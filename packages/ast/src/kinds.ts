import type {
  Answer,
  Blockquote,
  Byline,
  Caption,
  Credit,
  Dateline,
  Edition,
  Figure,
  Flow,
  Heading,
  Lacuna,
  Line,
  List,
  ListItem,
  Paragraph,
  Phrasing,
  Question,
  Salutation,
  Section,
  SourceNote,
  Speaker,
  Speech,
  Stage,
  Stanza,
  Subtitle,
  Table,
  TableCell,
  TableRow,
  ThematicBreak,
  Title,
  Verse,
  Work,
} from './nodes.ts'
import type { NodeType } from './spec.ts'

/** Any node of the tree. */
export type CanonicalNode =
  | Edition
  | Work
  | Heading
  | Title
  | Subtitle
  | Flow
  | Phrasing
  | Stanza
  | Line
  | Speaker
  | Caption
  | Credit
  | ListItem
  | TableRow
  | TableCell

/** The node of a type. */
export type NodeOf<T extends NodeType> = Extract<CanonicalNode, { type: T }>

/** A block that takes one line of the text export and one block number. */
export type LeafBlock =
  | Title
  | Subtitle
  | Byline
  | Dateline
  | Paragraph
  | Salutation
  | Line
  | Speaker
  | Stage
  | Caption
  | Credit
  | SourceNote
  | Lacuna
  | TableRow
  | ThematicBreak

/** A node that holds blocks; the `edition` holds them by work. */
export type Container =
  | Work
  | Section
  | Heading
  | Question
  | Answer
  | Verse
  | Stanza
  | Speech
  | Figure
  | Blockquote
  | List
  | ListItem
  | Table
