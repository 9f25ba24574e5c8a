import type { PlaceInPrint } from '@huijiao/ast'
import type { Passage } from './explain.ts'

/** A place of a passage on a page of a witness of which there is a picture. */
export interface PassagePicture {
  readonly siglum: string
  readonly file: string
  readonly page: string
  /** What the file says where the picture is: a name, a path of another machine, or an address. */
  readonly image: string
  readonly box: NonNullable<PlaceInPrint['box']>
  readonly size?: NonNullable<PlaceInPrint['size']>
}

/** Where the witnesses of a passage that tell pages, boxes and pictures have it. */
export function picturesOf({ witnesses }: Passage): PassagePicture[] {
  return witnesses.flatMap(({ siglum, file, print }) => {
    if (print?.box === undefined || print.image === undefined) return []
    const { page, image, box, size } = print
    return [{ siglum, file, page, image, box, ...(size === undefined ? {} : { size }) }]
  })
}
