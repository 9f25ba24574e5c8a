import { openPdf, type PdfFile } from '../file.ts'
import { checkBoxes, checkNesting } from './boxes.ts'
import { checkFonts } from './fonts.ts'
import { checkInk } from './ink.ts'
import { checkLinks } from './links.ts'
import { checkMetadata } from './metadata.ts'
import { checkTags } from './tags.ts'

/** What a finished PDF is expected to be. */
export interface Expected {
  /** Size of the cut page in millimetres; without it the boxes need only lie in one another. */
  readonly trim?: { readonly width: number; readonly height: number }
  /** Width of the bleed in millimetres. */
  readonly bleed?: number
  /** Paper beyond the cut on each side, in millimetres. */
  readonly around?: number
}

/** Faults by the name of the check, empty lists included. */
export type Faults = Readonly<
  Record<'fonts' | 'boxes' | 'ink' | 'tags' | 'links' | 'metadata', string[]>
>

/** Checks a finished PDF with no tool but this package. */
export async function checkPdf(bytes: Uint8Array, expected: Expected = {}): Promise<Faults> {
  return checkFile(await openPdf(bytes), expected)
}

/** Like {@link checkPdf}, for a file that is open. */
export function checkFile(file: PdfFile, expected: Expected): Faults {
  const { trim, bleed = 0, around = bleed } = expected
  return {
    fonts: checkFonts(file),
    boxes: trim === undefined ? checkNesting(file) : checkBoxes(file, trim, bleed, around),
    ink: checkInk(file),
    tags: checkTags(file),
    links: checkLinks(file),
    metadata: checkMetadata(file),
  }
}
