/**
 * Why a reading is preferred, as data: one entry for each kind of evidence, with what the words of it need. The words
 * themselves, in the language of a book, are in `hast/strings`.
 *
 * @example `{ kind: 'usage', phrase: '春风又绿' }` is said 他处有“春风又绿”.
 */
interface Reasons {
  /** Its independent voices: more of them, or sounder ones, than the other readings have. */
  witnesses: { readonly sigla: readonly string[]; readonly voices: number; readonly more: boolean }
  /** Recensions differ, and neither corrects the other; `label` of the one that the text follows, if it has one. */
  recension: { readonly label: string }
  /**
   * Another work has it, in quotation marks or not; `agreeing` is the number of equal characters around it;
   * `alone` where no witness of the work itself has it.
   */
  quotation: Agreement & { readonly quoted: boolean; readonly alone: boolean }
  /** The same work has it elsewhere. */
  parallel: Agreement
  /** It occurs elsewhere in the edition with the words beside it. */
  usage: { readonly phrase: string }
  /** The form of the script that the work is written in. */
  form: { readonly script: 'Hans' | 'Hant' }
  /** The other reading is a sign for what could not be read. */
  illegible: Nothing
  /** The recognition of the print was surer, or less sure, of it than of the rest of the copy; from 0 to 1. */
  recognition: { readonly confidence: number; readonly usual: number }
  /** The passage stands in another place of the text, where other witnesses have it. */
  moved: Nothing
  /** It makes words with its neighbours, as they are listed. */
  wordhood: { readonly words: readonly string[] }
  /** It completes a set phrase; `found` where the text has something like it instead. */
  'set-phrase': { readonly phrase: string; readonly found?: string }
  /** The other reading looks like it. */
  'look-alike': Confusion
  /** The other reading sounds like it. */
  'sound-alike': Confusion
  /** The character found is in no word, the one suggested makes one. */
  confusion: Confusion & { readonly word: string; readonly like: 'shape' | 'sound' }
  /** The other reading only repeats what is beside it. */
  dittography: { readonly repeated: string }
  /** The eye skipped from one place to a like one; `at` is what they share. */
  'eye-skip': { readonly at: string }
  /** Omission is likelier than addition. */
  omission: Nothing
  /** The other reading makes two neighbouring members the same. */
  repetition: { readonly member: string }
  /** It completes a pair of correlatives: `不仅……还`. */
  correlatives: { readonly pair: string }
  /** It forms the counterpart of words nearby. */
  antithesis: { readonly counterpart: string }
  /** The number of the other reading cannot be. */
  number: { readonly fault: string }
  /** With it, quotation marks or brackets pair. */
  pairing: Nothing
  /** A text, or a paragraph, ends with a mark. */
  end: { readonly of: 'text' | 'paragraph' }
  /** A mark is likelier dropped than added. */
  present: Nothing
  /** The clause asks. */
  question: Nothing
  /** Members of a list are parted by 、. */
  list: Nothing
}

/** Text that agrees with that around a reading; empty where other punctuation alone is meant. */
interface Agreement {
  readonly text: string
  /** Agreeing characters on both sides together. */
  readonly agreeing: number
}

interface Confusion {
  readonly found: string
  readonly right: string
}

/** A reason that is said in full by its kind: nothing beside it is needed. */
type Nothing = object

/** Why two pieces of a source are taken to be one text, or not, as data. */
interface JoinReasons {
  /** The editor says so. */
  override: Nothing
  /** Other sources have both in one; how many. */
  overlap: { readonly sources: number }
  /** The order is that of another source. */
  order: Nothing
  /** The file is in order, and the one follows the other in it. */
  'file-order': Nothing
  /** A word is cut between them. */
  'word-cut': { readonly word: string }
  /** The words on both sides of the cut fit, or do not. */
  fit: { readonly fits: boolean }
  /** The sentence is unfinished before the cut. */
  unfinished: Nothing
  /** What follows cannot begin a sentence. */
  clinging: Nothing
  /** What follows begins a sentence, or a paragraph, well or badly. */
  opening: Nothing
  /** What precedes, or follows, may be a headline. */
  headline: { readonly side: 'before' | 'after' }
  /** A dateline closes the text before the cut, or is what follows it, or opens what follows. */
  dateline: { readonly at: 'end-before' | 'end-after' | 'opening' }
  /** The text before is complete. */
  complete: Nothing
  /** Vocabulary of the two sides is alike, or is not. */
  cohesion: Nothing
  /** The layout of lines. */
  layout: Nothing
  /** One follows the other at once; on one line; as the next printed line; or they are apart. */
  position: { readonly distance: 'line' | 'wrap' | 'next' | 'apart' | 'loose' }
  /** Jump lines: on both sides and in agreement; in contradiction; on one side; from another page; between the two. */
  'jump-line': { readonly state: 'agree' | 'differ' | 'one' | 'elsewhere' | 'between' }
  /** A headline is repeated between them, or before what follows. */
  'repeated-headline': { readonly at: 'between' | 'before' }
  /** The piece has the title of the work. */
  title: Nothing
  /** Number of characters that the piece shares with other witnesses of the work. */
  shared: { readonly characters: number }
  /** The piece has no title and is in no other witness: it goes where its neighbours go. */
  untitled: Nothing
  /** All witnesses have it here. */
  everywhere: Nothing
}

/** A kind of evidence. */
export type EvidenceKind = keyof Reasons

/** The reason of one kind, or of any. */
export type Reason<K extends EvidenceKind = EvidenceKind> = {
  readonly [Kind in K]: { readonly kind: Kind } & Reasons[Kind]
}[K]

/** A kind of evidence for a join. */
export type JoinKind = keyof JoinReasons

/** The reason for or against a join, of one kind or of any. */
export type JoinReason<K extends JoinKind = JoinKind> = {
  readonly [Kind in K]: { readonly kind: Kind } & JoinReasons[Kind]
}[K]
