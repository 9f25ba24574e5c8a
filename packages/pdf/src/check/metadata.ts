import { lookup, lookupDict, name, type PdfFile, streamBytes, textOf } from '../file.ts'
import { PDFDict, PDFRawStream } from '../pdf-lib.ts'

/** Lists where the information dictionary and the XMP metadata are absent or differ. */
export function checkMetadata(file: PdfFile): string[] {
  const info = file.context.lookup(file.context.trailerInfo.Info)
  const stream = lookup(file.catalog, 'Metadata')
  if (!(info instanceof PDFDict)) return ['no information dictionary']
  if (!(stream instanceof PDFRawStream)) return ['no XMP metadata']
  const xmp = Buffer.from(streamBytes(stream)).toString('utf8')
  const faults: string[] = []
  const compare = (key: string, pattern: RegExp): void => {
    const said = textOf(info.lookup(name(key)))
    const also = unescape(pattern.exec(xmp)?.[1])
    if (said === undefined || said !== also) faults.push(`${key}: “${said}” and “${also}” differ`)
  }
  compare('Title', /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s)
  compare('Creator', /<xmp:CreatorTool>(.*?)<\/xmp:CreatorTool>/s)
  compare('Producer', /<pdf:Producer>(.*?)<\/pdf:Producer>/s)
  const dates = new Set(xmp.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g))
  if (dates.size !== 1) faults.push(`expected one date, got ${[...dates].join(', ')}`)
  const [date = ''] = dates
  for (const key of ['CreationDate', 'ModDate']) {
    const digits = textOf(info.lookup(name(key)))?.replace(/^D:(\d{14}).*$/, '$1')
    if (digits !== date.replace(/\D/g, '')) faults.push(`${key} is ${digits}, XMP says ${date}`)
  }
  const preferences = lookupDict(file.catalog, 'ViewerPreferences')
  if (String(preferences?.get(name('DisplayDocTitle'))) !== 'true') {
    faults.push('DisplayDocTitle is not set')
  }
  return faults
}

function unescape(text: string | undefined): string | undefined {
  return text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
