/** What is done to one file of the sample, and what its check then says. */
export interface Defect {
  readonly name: string
  readonly check: string
  /** A document with notes, one with pages, or a file of the book. */
  readonly file:
    | 'noted'
    | 'paged'
    | 'toc.xhtml'
    | 'toc.ncx'
    | 'content.opf'
    | 'style.css'
    | 'apparatus.xhtml'
    | 'fulu.xhtml'
  readonly change: (text: string) => string
  readonly says: RegExp
}

const atEnd = (t: string, added: string) => t.replace('</body>', `${added}</body>`)

/** At least one for each check of the text of a file; those of the container are tested by themselves. */
export const DEFECTS: readonly Defect[] = [
  {
    name: 'an id used twice',
    check: 'ids',
    file: 'noted',
    change: (t) => t.replace('</body>', `<p id="${/ id="([^"]+)"/.exec(t)?.[1]}"></p></body>`),
    says: /once/,
  },
  {
    name: 'a link to nowhere',
    check: 'targets',
    file: 'noted',
    change: (t) => t.replace('</body>', '<a href="#nowhere">x</a></body>'),
    says: /no such id/,
  },
  {
    name: 'a link to no file',
    check: 'targets',
    file: 'noted',
    change: (t) => t.replace('</body>', '<a href="gone.xhtml">x</a></body>'),
    says: /no such file/,
  },
  {
    name: 'a call without its note',
    check: 'notes',
    file: 'noted',
    change: (t) =>
      t.replace(
        /(role="doc-noteref"[^>]*href="#|href="#)([^"]+)("[^>]*doc-noteref)?/,
        '$1gone-$2$3',
      ),
    says: /expected a note, got none|expected a call/,
  },
  {
    name: 'a note without a link back',
    check: 'notes',
    file: 'noted',
    change: (t) => t.replace(/<a\b[^>]*doc-backlink[^>]*>([^<]*)<\/a>/, '$1'),
    says: /link back/,
  },
  {
    name: 'a note with another number',
    check: 'notes',
    file: 'noted',
    change: (t) => t.replace(/(<a\b[^>]*doc-backlink[^>]*>)([^<]*)(<\/a>)/, '$199$3'),
    says: /number/,
  },
  {
    name: 'a note that is not marked',
    check: 'notes',
    file: 'noted',
    change: (t) => t.replace('epub:type="footnote"', ''),
    says: /footnote/,
  },
  {
    name: 'a page break out of the list',
    check: 'pages',
    file: 'paged',
    change: (t) =>
      t.replace(
        '</body>',
        '<span id="p-x" epub:type="pagebreak" role="doc-pagebreak" aria-label="1"></span></body>',
      ),
    says: /page list/,
  },
  {
    name: 'a page of the list without target',
    check: 'pages',
    file: 'paged',
    change: (t) => t.replace(/<span[^>]*doc-pagebreak[^>]*>(<\/span>)?/, ''),
    says: /target/,
  },
  {
    name: 'a script',
    check: 'inert',
    file: 'noted',
    change: (t) => t.replace('</head>', '<script>1</script></head>'),
    says: /script/,
  },
  {
    name: 'an event handler',
    check: 'inert',
    file: 'noted',
    change: (t) => t.replace('<body', '<body onload="x()"'),
    says: /onload/,
  },
  {
    name: 'a javascript: link',
    check: 'inert',
    file: 'noted',
    change: (t) => t.replace('</body>', '<a href="javascript:x()">x</a></body>'),
    says: /address/,
  },
  {
    name: 'a remote picture',
    check: 'inert',
    file: 'noted',
    change: (t) => t.replace('</body>', '<img alt="" src="https://example.com/x.png"/></body>'),
    says: /address/,
  },
  {
    name: 'a bidi override',
    check: 'inert',
    file: 'noted',
    change: (t) => t.replace('</body>', '<p>\u202ex</p></body>'),
    says: /U\+202e/,
  },
  {
    name: 'a placeholder for a description',
    check: 'inert',
    file: 'noted',
    change: (t) => t.replace('</body>', '<p title="image-placeholder">x</p></body>'),
    says: /placeholder/,
  },
  {
    name: 'a character without glyph',
    check: 'glyphs',
    file: 'noted',
    change: (t) => t.replace('</body>', '<p>龘</p></body>'),
    says: /龘/,
  },
  {
    name: 'a lost paragraph',
    check: 'text',
    file: 'noted',
    change: (t) => t.replace(/<p\b[^>]*id="[^"]*-b4"[\s\S]*?<\/p>/, ''),
    says: /expected this block/,
  },
  {
    name: 'a changed character',
    check: 'text',
    file: 'noted',
    change: (t) => t.replace('巧言令色', '巧言令也'),
    says: /expected “/,
  },
  {
    name: 'stray text',
    check: 'text',
    file: 'noted',
    change: (t) => t.replace('</body>', '<p>多</p></body>'),
    says: /whole document/,
  },
  {
    name: 'a modified date of the machine',
    check: 'metadata',
    file: 'content.opf',
    change: (t) => t.replace('T00:00:00Z', 'T12:34:56Z'),
    says: /modified: expected/,
  },
  {
    name: 'a random identifier',
    check: 'metadata',
    file: 'content.opf',
    change: (t) => t.replace(/urn:uuid:(.{14})5/, 'urn:uuid:$14'),
    says: /version 5/,
  },
  {
    name: 'a lost subtitle',
    check: 'metadata',
    file: 'content.opf',
    change: (t) => t.replace(/<dc:title id="subtitle">.*<\/dc:title>/, ''),
    says: /title: expected/,
  },
  {
    name: 'an editor without a role',
    check: 'metadata',
    file: 'content.opf',
    change: (t) => t.replace(/<meta[^>]*property="role"[^>]*>edt<\/meta>/, ''),
    says: /role of/,
  },
  {
    name: 'a lost source',
    check: 'metadata',
    file: 'content.opf',
    change: (t) => t.replace(/<dc:source>.*<\/dc:source>/, ''),
    says: /sources: expected/,
  },
  {
    name: 'a claim without grounds',
    check: 'metadata',
    file: 'content.opf',
    change: (t) => t.replace(/<meta property="schema:accessibilitySummary">.*<\/meta>/, ''),
    says: /accessibilitySummary/,
  },
  {
    name: 'a claim that nobody answers for',
    check: 'metadata',
    file: 'content.opf',
    change: (t) => t.replace(/<meta[^>]*certifiedBy.*<\/meta>/, ''),
    says: /who certifies/,
  },
  {
    name: 'a file out of the manifest',
    check: 'metadata',
    file: 'content.opf',
    change: (t) => t.replace(/<item id="css"[^>]*>/, ''),
    says: /manifest/,
  },
  {
    name: 'a work out of the contents',
    check: 'contents',
    file: 'toc.xhtml',
    change: (t) => t.replace(/<li[^>]*><a href="yueyang\.xhtml">[^<]*<\/a>/, '<li><span>x</span>'),
    says: /expected it in the contents/,
  },
  {
    name: 'another title in the contents',
    check: 'contents',
    file: 'toc.xhtml',
    change: (t) => t.replace(/(<a href="yueyang\.xhtml">)[^<]*/, '$1别篇'),
    says: /expected “.*”, got “别篇”/,
  },
  {
    name: 'an item of the contents twice',
    check: 'contents',
    file: 'toc.xhtml',
    change: (t) =>
      t.replace(
        /(<li[^>]*><a href="yueyang\.xhtml">[^<]*<\/a>)/,
        '<li><a href="yueyang.xhtml">又</a></li>$1',
      ),
    says: /once/,
  },
  {
    name: 'a lost point',
    check: 'ncx',
    file: 'toc.ncx',
    change: (t) => t.replace(/<navPoint[^>]*>(?:(?!<navPoint)[\s\S])*?<\/navPoint>/, ''),
    says: /expected “1 /,
  },
  {
    name: 'another label',
    check: 'ncx',
    file: 'toc.ncx',
    change: (t) => t.replace(/(<navLabel><text>)凡例/, '$1凡'),
    says: /凡例/,
  },
  {
    name: 'another identifier',
    check: 'ncx',
    file: 'toc.ncx',
    change: (t) => t.replace('urn:uuid:', 'urn:uuid:0'),
    says: /dtb:uid/,
  },
  {
    name: 'a page too few',
    check: 'ncx',
    file: 'toc.ncx',
    change: (t) => t.replace(/<pageTarget[\s\S]*?<\/pageTarget>/, ''),
    says: /expected “iii”/,
  },
  {
    name: 'an order with a gap',
    check: 'ncx',
    file: 'toc.ncx',
    change: (t) => t.replace('playOrder="3"', 'playOrder="33"'),
    says: /playOrder 3/,
  },
  {
    name: 'a lost landmark',
    check: 'landmarks',
    file: 'toc.xhtml',
    change: (t) => t.replace(/<li><a epub:type="bodymatter".*<\/li>/, ''),
    says: /expected “bodymatter”/,
  },
  {
    name: 'a landmark elsewhere',
    check: 'landmarks',
    file: 'toc.xhtml',
    change: (t) => t.replace(/(epub:type="bodymatter" href=")[^"]*/, '$1colophon.xhtml'),
    says: /bodymatter.*lead to/,
  },
  {
    name: 'a landmark without a name',
    check: 'landmarks',
    file: 'toc.xhtml',
    change: (t) => t.replace(/(<a epub:type="titlepage"[^>]*>)[^<]*/, '$1'),
    says: /a name for “titlepage”/,
  },
  {
    name: 'a mark of punctuation that leads nowhere',
    check: 'apparatus',
    file: 'fulu.xhtml',
    change: (t) =>
      t.replace(
        /<a([^>]*app-punctuation[^>]*) href="[^"]*"([^>]*)>([^<]*)<\/a>/,
        '<span$1$2>$3</span>',
      ),
    says: /link to its entry/,
  },
  {
    name: 'an entry that leads to another place',
    check: 'apparatus',
    file: 'apparatus.xhtml',
    change: (t) => t.replace(/(class="locus" href=")[^"]*/, '$1titlepage.xhtml'),
    says: /from its entry/,
  },
  {
    name: 'an entry lost',
    check: 'apparatus',
    file: 'apparatus.xhtml',
    change: (t) => t.replace(/id="entry-[^"]*"/, ''),
    says: /expected an entry/,
  },
  {
    name: 'a document without a title',
    check: 'access',
    file: 'noted',
    change: (t) => t.replace(/<title>.*<\/title>/, '<title></title>'),
    says: /a title/,
  },
  {
    name: 'a document without a language',
    check: 'access',
    file: 'noted',
    change: (t) => t.replace(/ lang="[^"]*"/, ''),
    says: /a language/,
  },
  {
    name: 'a link without a name',
    check: 'access',
    file: 'noted',
    change: (t) => atEnd(t, '<a href="#x"></a>'),
    says: /a name for a link/,
  },
  {
    name: 'a link without a purpose',
    check: 'access',
    file: 'noted',
    change: (t) => t.replace(/(<a[^>]*class="app [^>]*) title="[^"]*"/, '$1'),
    says: /the purpose/,
  },
  {
    name: 'a heading too deep',
    check: 'access',
    file: 'noted',
    change: (t) => atEnd(t, '<h4>x</h4>'),
    says: /got h4/,
  },
  {
    name: 'a group without a name',
    check: 'access',
    file: 'noted',
    change: (t) => atEnd(t, '<div role="group"></div>'),
    says: /a name for a group/,
  },
  {
    name: 'a name that is not what is seen',
    check: 'access',
    file: 'noted',
    change: (t) => t.replace(/(doc-noteref" aria-label=")[^"]*/, '$1注'),
    says: /in the name/,
  },
  {
    name: 'focus hidden',
    check: 'access',
    file: 'style.css',
    change: (t) => `${t}a { outline: none }`,
    says: /focus/,
  },
  {
    name: 'a fixed colour',
    check: 'access',
    file: 'style.css',
    change: (t) => `${t}p { color: #333 }`,
    says: /no colours/,
  },
]
