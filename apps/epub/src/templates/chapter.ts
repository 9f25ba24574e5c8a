/** EJS: one content document. `decode` undoes the library's numbering of characters. */
export const chapterTemplate = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" epub:prefix="z3998: http://www.daisy.org/z3998/2012/vocab/structure/#" xml:lang="<%= lang %>" lang="<%= lang %>">
<head>
<meta charset="UTF-8"/>
<title><%= title %></title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="<%= bodyType %>">
<% if (coverAlt) { %><section class="cover" epub:type="cover"><img src="cover.png" alt="<%= coverAlt %>" role="doc-cover"/></section><% } else { %><%- decode(content) %><% } %>
</body>
</html>
`
