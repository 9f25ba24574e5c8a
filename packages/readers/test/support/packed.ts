import { strToU8, zipSync } from 'fflate'

/** A ZIP archive of text members. */
const zip = (members: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)])))

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraph = (style: string, runs: string): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A Word document: a heading, paragraphs with emphasis and a footnote, a table. */
export const docx = (extra: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    'word/styles.xml': `<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/document.xml': `<w:document ${WORD}><w:body>${[
      paragraph('1', run('渡口的灯')),
      paragraph(
        '',
        `${run('夜里')}<w:r><w:rPr><w:b/></w:rPr><w:t>不灭</w:t></w:r>${run('的灯 &amp; 船')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('。')}`,
      ),
      `<w:tbl><w:tr><w:tc>${paragraph('', run('年份'))}</w:tc><w:tc>${paragraph('', run('盏数'))}</w:tc></w:tr></w:tbl>`,
      paragraph('', run('灯在人在。')),
    ].join('')}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${WORD}><w:footnote w:id="2">${paragraph('', run('录自旧抄本。'))}</w:footnote></w:footnotes>`,
    ...extra,
  })

/** A book of two documents and their navigation. */
export const epub = (extra: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf':
      '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="b" href="text/%E4%BA%8C.xhtml"/><item id="a" href="text/one.xhtml"/></manifest><spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/></spine></package>',
    'OEBPS/nav.xhtml':
      '<html><body><nav><ol><li><a href="text/one.xhtml">目录</a></li></ol></nav></body></html>',
    'OEBPS/text/one.xhtml':
      '<html xmlns:epub="http://www.idpf.org/2007/ops"><body><h1>渡口的灯</h1>\n<p>夜里不灭<a epub:type="noteref" href="#n1">1</a>的灯。</p><aside epub:type="footnote" id="n1">录自旧抄本。</aside></body></html>',
    'OEBPS/text/二.xhtml': '<html><body><p>灯在<em>人</em>在。</p></body></html>',
    ...extra,
  })

/** A PDF of pages, each of lines at a height and size, in a Chinese font that is named and not embedded. */
export function pdf(
  pages: readonly (readonly [text: string, y: number, size: number][])[],
): Uint8Array {
  const hex = (text: string): string =>
    Array.from({ length: text.length }, (_, i) =>
      text.charCodeAt(i).toString(16).padStart(4, '0'),
    ).join('')
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '']
  const font =
    objects.push(
      '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
      '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 5 0 R>>',
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ) - 2
  const kids = pages.map((lines) => {
    const content = lines
      .map(([text, y, size]) => `BT /F ${size} Tf 1 0 0 1 50 ${y} Tm <${hex(text)}> Tj ET`)
      .join('\n')
    const stream = objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`)
    return objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F ${font} 0 R>>>>/Contents ${stream} 0 R>>`,
    )
  })
  objects[1] = `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]/Count ${kids.length}>>`
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const at of offsets) file += `${String(at).padStart(10, '0')} 00000 n \n`
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`
  return strToU8(file)
}
