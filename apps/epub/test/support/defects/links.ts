import type { Defect } from './model.ts'

/** Defects of what leads somewhere: ids, addresses, notes, entries of the apparatus. */
export const LINKS: readonly Defect[] = [
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
    name: 'a mark that leads nowhere',
    check: 'apparatus',
    file: 'noted',
    change: (t) =>
      t.replace(/<a([^>]*note-call[^>]*) href="[^"]*"([^>]*)>([^<]*)<\/a>/, '<span$1$2>$3</span>'),
    says: /link to its entry/,
  },
  {
    name: 'an entry that leads to another place',
    check: 'apparatus',
    file: 'apparatus.xhtml',
    change: (t) => t.replace(/(class="entry-number" href=")[^"]*/, '$1titlepage.xhtml'),
    says: /from its entry/,
  },
  {
    name: 'an entry lost',
    check: 'apparatus',
    file: 'apparatus.xhtml',
    change: (t) => t.replace(/id="entry-[^"]*"/, ''),
    says: /expected an entry/,
  },
]
