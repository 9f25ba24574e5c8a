import type { Attestation } from '@huijiao/ast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import { isPlain } from './characters.ts'

/** Where a file says that text stands on a printed page. */
interface PlaceInPrint {
  readonly page: string
  readonly image?: string
  readonly size?: readonly [width: number, height: number]
  readonly box?: readonly [left: number, top: number, right: number, bottom: number]
}

/** The pages that the files of witnesses tell of, and the boxes of text on them. */
export interface Facsimile {
  /** A surface for each page, a zone for each box; none where no file tells of pages. */
  readonly elements: readonly Element[]
  /** Pointers to the zones, else the pages, where text stands. */
  readonly pointers: (attestations: readonly Attestation[]) => string | undefined
}

/** The place of a reading in print, where its file knows it. */
export const printOf = (attestation: object): PlaceInPrint | undefined =>
  (attestation as { readonly print?: PlaceInPrint }).print

export function facsimileOf(attestations: readonly Attestation[]): Facsimile {
  const surfaces = new Map<string, Element>()
  const zones = new Map<string, string>()
  for (const attestation of attestations) {
    const print = printOf(attestation)
    if (print === undefined) continue
    const page = pageKey(attestation, print)
    const surface = surfaces.get(page) ?? surfaceOf(print, surfaces.size + 1)
    surfaces.set(page, surface)
    const key = zoneKey(page, print)
    if (print.box === undefined || zones.has(key)) continue
    const id = `zone.${zones.size + 1}`
    zones.set(key, id)
    surface.children.push(x('zone', { 'xml:id': id, ...corners(print.box) }))
  }
  const pointer = (attestation: Attestation): string[] => {
    const print = printOf(attestation)
    if (print === undefined) return []
    const page = pageKey(attestation, print)
    const id = zones.get(zoneKey(page, print)) ?? surfaces.get(page)?.attributes['xml:id']
    return id == null ? [] : [`#${id}`]
  }
  return {
    elements: surfaces.size === 0 ? [] : [x('facsimile', [...surfaces.values()])],
    pointers: (some) => {
      const found = [...new Set(some.flatMap(pointer))]
      return found.length === 0 ? undefined : found.join(' ')
    },
  }
}

const pageKey = ({ siglum, file }: Attestation, { page, image }: PlaceInPrint): string =>
  JSON.stringify([siglum, file, page, image])

const zoneKey = (page: string, { box }: PlaceInPrint): string => JSON.stringify([page, box])

const corners = ([ulx, uly, lrx, lry]: readonly [number, number, number, number]) => ({
  ulx: String(ulx),
  uly: String(uly),
  lrx: String(lrx),
  lry: String(lry),
})

function surfaceOf({ page, image, size }: PlaceInPrint, number: number): Element {
  const bounds = size === undefined ? {} : corners([0, 0, size[0], size[1]])
  const n = isPlain(page) && page !== '' ? { n: page } : {}
  const picture = image === undefined ? [] : [x('graphic', { url: encodeURI(image) })]
  return x('surface', { 'xml:id': `page.${number}`, ...n, ...bounds }, picture)
}
