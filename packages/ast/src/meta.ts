/** A person or body named in the book. */
export interface Contributor {
  name: string
  /** MARC relator code: `edt` editor, `aut` author, `trl` translator … */
  role: string
  /** For sorting, where it differs from the name. */
  fileAs?: string
  /** A body, such as an agency, is not a person, and the book does not call it an author. */
  body?: boolean
}

/** One raw file. Several may transcribe one witness. */
export interface SourceInfo {
  file: string
  /** Lower-case hexadecimal. */
  sha256: string
  encoding: string
  /** Length of the decoded text in code points. */
  length: number
}

/** Kind of transcription of a witness. */
export type WitnessKind = 'ocr' | 'web' | 'pdf' | 'manual'

/** The printing or page that a witness transcribes. */
export interface Publication {
  /** Name of the newspaper, book or site, without quotation marks. */
  title: string
  /** As the edition writes it: an ISO date, a year, a number of an issue. */
  date?: string
  page?: string
  url?: string
}

export interface WitnessInfo {
  siglum: string
  description: string
  kind: WitnessKind
  /** Where its text was published. */
  publication?: Publication
  /** Witnesses of one family transcribe one printing and count as one voice. */
  family?: string
  /** The script it is written in, where that is not the edition's: differences of script are not recorded. */
  script?: 'Hans' | 'Hant'
  sources: SourceInfo[]
}

/** One of several versions in which a work was published. */
export interface Recension {
  id: string
  label: string
  sigla: string[]
  /** True for the recension whose text the edition prints. */
  base: boolean
}

/** Trimmed page sizes: A5 148×210, 32开 130×184, 16开 185×260, A4 210×297 mm. */
export type Trim = 'a5' | '32k' | '16k' | 'a4'

/** Where a document begins: on a right-hand page 单页起, on the next page 换页, below the one before it 接排. */
export type Opening = 'recto' | 'page' | 'run-on'

/** How documents open in print, by kind; where nothing is said, short works run on and all else takes the next page. */
export interface Openings {
  works?: Opening
  appendices?: Opening
  back?: Exclude<Opening, 'run-on'>
}

/** Reference system of the apparatus: numbered marks in the text, or page and line. */
export type ApparatusStyle = 'marks' | 'lines'

/** Licence: what readers may do with the book. */
export interface Licence {
  name: string
  url?: string
}

/** Everything that the title page, colophon and metadata of a book say. */
export interface EditionMeta {
  /** Name of the edition's folder: ASCII letters, digits, hyphens. */
  id: string
  title: string
  /** Where a line of the title may end, as in a work's title. */
  titleBreaks?: number[]
  subtitle?: string
  /** For running heads and lists, where the title is long. */
  shortTitle?: string
  /** BCP 47, `zh-Hans-CN`. */
  language: string
  /** ISO date of publication; the only date that books and metadata carry. */
  date: string
  publisher?: string
  /** Place of publication. */
  place?: string
  /** 版次: 1 for the first. */
  editionNumber?: number
  isbn?: string
  series?: string
  /** Subjects, for catalogues. */
  subjects?: string[]
  /** Address of the edition on the web. */
  url?: string
  licence?: Licence
  description?: string
  rights?: string
  contributors: Contributor[]
  witnesses: WitnessInfo[]
  /** Paragraphs of the editorial note that are this edition's own; the general part is the program's. */
  note: string[]
  /** Names for an index of names, each with the forms that the texts have of it. */
  names?: IndexedName[]
  trim: Trim
  layout: 'horizontal' | 'vertical'
  apparatus?: ApparatusStyle
  openings?: Openings
  /** Name and version of the program. */
  generator: string
}

/** A name that the index lists. */
export interface IndexedName {
  name: string
  /** Other forms of it in the texts. */
  forms?: string[]
}
