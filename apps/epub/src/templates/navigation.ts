/**
 * EJS: the navigation document: contents, landmarks, pages. A page that begins at an item is marked within its link,
 * the one place there is, and is no part of the link's name.
 */
export const navigationTemplate = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="<%= lang %>" lang="<%= lang %>">
<head>
<meta charset="UTF-8"/>
<title><%= tocTitle %></title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="frontmatter">
<% function marks(at, hidden) { (contentsMarks.get(at) || []).forEach(function (m) { %><span id="<%= m.id %>" class="pagebreak" epub:type="pagebreak" role="doc-pagebreak" aria-label="<%= m.label %>"<% if (hidden) { %> aria-hidden="true"<% } %>></span><% }) } marks('', false) %>
<nav epub:type="toc" id="toc" role="doc-toc" aria-labelledby="toc-title">
<h1 id="toc-title"><%= tocTitle %></h1>
<% function list(nodes) { %><ol>
<% nodes.forEach(function (n) { %><li id="<%= n.id %>"><a href="<%= n.href %>"><% marks(n.id, true) %><%= n.title %></a><% if (n.children.length) { %>
<% list(n.children) %><% } %></li>
<% }) %></ol>
<% } list(toc) %></nav>
<nav epub:type="landmarks" id="landmarks" hidden="hidden" aria-labelledby="landmarks-title">
<h2 id="landmarks-title"><%= landmarksTitle %></h2>
<ol>
<% landmarks.forEach(function (l) { %><li><a epub:type="<%= l.type %>" href="<%= l.href %>"><%= l.title %></a></li>
<% }) %></ol>
</nav>
<% if (pages.length) { %><nav epub:type="page-list" id="page-list" role="doc-pagelist" hidden="hidden" aria-labelledby="page-list-title">
<h2 id="page-list-title"><%= pagesTitle %></h2>
<ol>
<% pages.forEach(function (p) { %><li><a href="<%= p.href %>"><%= p.label %></a></li>
<% }) %></ol>
</nav>
<% } %></body>
</html>
`
