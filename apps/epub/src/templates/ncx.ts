/** EJS: the contents for reading systems of EPUB 2. */
export const ncxTemplate = `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="<%= lang %>">
<head>
<meta name="dtb:uid" content="<%= meta.identifier %>"/>
<meta name="dtb:depth" content="<%= tocDepth %>"/>
<meta name="dtb:totalPageCount" content="<%= pages.length %>"/>
<meta name="dtb:maxPageNumber" content="<%= maxPage %>"/>
</head>
<docTitle><text><%= meta.title %></text></docTitle>
<navMap>
<% var order = 0; function points(nodes) { nodes.forEach(function (n) { order += 1; %><navPoint id="nav-<%= order %>" playOrder="<%= order %>">
<navLabel><text><%= n.title %></text></navLabel>
<content src="<%= n.href %>"/>
<% points(n.children) %></navPoint>
<% }) } points(toc) %></navMap>
<% if (pages.length) { %><pageList>
<navLabel><text><%= pagesTitle %></text></navLabel>
<% pages.forEach(function (p) { order += 1; %><pageTarget id="page-target-<%= order %>" type="<%= p.type %>"<% if (p.type === 'normal') { %> value="<%= p.label %>"<% } %> playOrder="<%= order %>">
<navLabel><text><%= p.label %></text></navLabel>
<content src="<%= p.href %>"/>
</pageTarget>
<% }) %></pageList>
<% } %></ncx>
`
