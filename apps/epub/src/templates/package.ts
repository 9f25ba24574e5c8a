/** EJS: the package document. */
export const packageTemplate = `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" prefix="ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/" xml:lang="<%= lang %>">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id"><%= meta.identifier %></dc:identifier>
<dc:title id="title"><%= meta.title %></dc:title>
<meta refines="#title" property="title-type">main</meta>
<meta refines="#title" property="display-seq">1</meta>
<% if (meta.subtitle) { %><dc:title id="subtitle"><%= meta.subtitle %></dc:title>
<meta refines="#subtitle" property="title-type">subtitle</meta>
<meta refines="#subtitle" property="display-seq">2</meta>
<% } %><dc:language><%= meta.language %></dc:language>
<meta property="dcterms:modified"><%= meta.modified %></meta>
<dc:date><%= meta.date %></dc:date>
<% meta.creators.forEach(function (p, i) { %><dc:creator id="<%= p.id %>"><%= p.name %></dc:creator>
<% if (p.role) { %><meta refines="#<%= p.id %>" property="role" scheme="marc:relators"><%= p.role %></meta>
<% } %><meta refines="#<%= p.id %>" property="file-as"><%= p.fileAs %></meta>
<meta refines="#<%= p.id %>" property="display-seq"><%= i + 1 %></meta>
<% }) %><% meta.contributors.forEach(function (p) { %><dc:contributor id="<%= p.id %>"><%= p.name %></dc:contributor>
<% if (p.role) { %><meta refines="#<%= p.id %>" property="role" scheme="marc:relators"><%= p.role %></meta>
<% } %><meta refines="#<%= p.id %>" property="file-as"><%= p.fileAs %></meta>
<% }) %><% if (meta.publisher) { %><dc:publisher><%= meta.publisher %></dc:publisher>
<% } %><% if (meta.description) { %><dc:description><%= meta.description %></dc:description>
<% } %><% meta.subjects.forEach(function (s) { %><dc:subject><%= s %></dc:subject>
<% }) %><% meta.rights.forEach(function (r) { %><dc:rights><%= r %></dc:rights>
<% }) %><% if (meta.licence) { %><meta property="dcterms:license"><%= meta.licence %></meta>
<% } %><% if (meta.series) { %><meta property="belongs-to-collection" id="series"><%= meta.series %></meta>
<meta refines="#series" property="collection-type">series</meta>
<% } %><% meta.sources.forEach(function (s) { %><dc:source><%= s %></dc:source>
<% }) %><% if (meta.pageBreakSource) { %><meta property="pageBreakSource"><%= meta.pageBreakSource %></meta>
<% } %><% meta.accessibility.forEach(function (a) { %><meta property="<%= a.property %>"><%= a.value %></meta>
<% }) %><meta property="dcterms:conformsTo" id="conforms">EPUB Accessibility 1.1 - WCAG 2.1 Level AA</meta>
<meta refines="#conforms" property="a11y:certifiedBy"><%= meta.certifiedBy %></meta>
<meta property="ibooks:specified-fonts">true</meta>
<meta name="generator" content="<%= meta.generator %>"/>
<meta name="cover" content="cover-image"/>
</metadata>
<manifest>
<item id="nav" href="toc.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="css" href="style.css" media-type="text/css"/>
<item id="cover-image" href="cover.png" media-type="image/png" properties="cover-image"/>
<% content.forEach(function (c) { %><item id="doc-<%= c.docId %>" href="<%= c.filename %>" media-type="application/xhtml+xml"/>
<% }) %><% fonts.forEach(function (f, i) { %><item id="font-<%= i + 1 %>" href="fonts/<%= f.filename %>" media-type="font/ttf"/>
<% }) %><% pictures.forEach(function (p, i) { %><item id="picture-<%= i + 1 %>" href="<%= p.file %>" media-type="<%= p.mediaType %>"/>
<% }) %></manifest>
<spine toc="ncx" page-progression-direction="<%= direction %>">
<% content.forEach(function (c) { if (c.beforeToc) { %><itemref idref="doc-<%= c.docId %>"/>
<% } }) %><itemref idref="nav"/>
<% content.forEach(function (c) { if (!c.beforeToc) { %><itemref idref="doc-<%= c.docId %>"/>
<% } }) %></spine>
</package>
`
