import { PdfError } from './errors.ts'
import { name, type PdfFile } from './file.ts'
import type { FinishOptions } from './options.ts'
import { PDFDict } from './pdf-lib.ts'

/**
 * Writes the information dictionary and the XMP metadata, which say the same.
 *
 * @param accessible whether the file claims PDF/UA-1.
 * @throws {PdfError} when the date is not ISO 8601.
 */
export function writeMetadata(file: PdfFile, options: FinishOptions, accessible: boolean): void {
  const { document, context } = file
  const date = instant(options.date)
  const engine = document.getProducer()
  const producer = engine === undefined ? options.generator : `${engine}; ${options.generator}`
  const info = PDFDict.withContext(context)
  context.trailerInfo.Info = context.register(info)
  document.setTitle(options.title)
  if (options.authors !== undefined && options.authors.length > 0)
    document.setAuthor(options.authors.join('; '))
  if (options.subtitle !== undefined) document.setSubject(options.subtitle)
  document.setCreator(options.generator)
  document.setProducer(producer)
  document.setCreationDate(new Date(date))
  document.setModificationDate(new Date(date))
  info.set(name('Trapped'), name('False'))

  const packet = Buffer.from(xmp(options, date, producer, accessible), 'utf8')
  const stream = context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })
  file.catalog.set(name('Metadata'), context.register(stream))
}

function xmp(options: FinishOptions, date: string, producer: string, accessible: boolean): string {
  const list = (kind: string, items: readonly string[]): string =>
    `<rdf:${kind}>${items.map((item) => `<rdf:li>${escape(item)}</rdf:li>`).join('')}</rdf:${kind}>`
  const said = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`
  const { authors = [], contributors = [], subtitle } = options
  const properties = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${said(options.title)}</dc:title>`,
    subtitle === undefined ? '' : `<dc:description>${said(subtitle)}</dc:description>`,
    authors.length === 0 ? '' : `<dc:creator>${list('Seq', authors)}</dc:creator>`,
    contributors.length === 0
      ? ''
      : `<dc:contributor>${list('Bag', contributors)}</dc:contributor>`,
    `<dc:language>${list('Bag', [options.language])}</dc:language>`,
    `<dc:identifier>${escape(options.id)}</dc:identifier>`,
    `<dc:date>${list('Seq', [date])}</dc:date>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    `<xmp:CreatorTool>${escape(options.generator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escape(producer)}</pdf:Producer>`,
    `<pdf:Trapped>False</pdf:Trapped>`,
    accessible ? `<pdfuaid:part>1</pdfuaid:part>` : '',
  ]
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    ...properties.filter((property) => property !== ''),
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
    '',
  ].join('\n')
}

/** The date as an instant in UTC, to the second. */
function instant(date: string): string {
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(date)
  const full = /T/.test(date) ? date : `${date}T00:00:00`
  const time = Date.parse(zoned ? date : `${full}Z`)
  if (Number.isNaN(time)) throw new PdfError('date', `expected an ISO 8601 date, got “${date}”`)
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

function escape(text: string): string {
  // XML 1.0 has no way to write most control characters.
  const legal = text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  return legal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
