import { h } from 'hastscript'
import type { Page } from '../page/frame.ts'
import { wordsFor } from '../words/index.ts'

/** The script of the search, from the root of the site. */
export const SEARCH_SCRIPT = 'assets/search.js'

/** The page of the search. Without scripts it says so. */
export function searchPage(language: string, title: string): Page {
  const words = wordsFor(language)
  return {
    path: 'search.html',
    kind: 'search',
    lang: language,
    title: `${words.search} · ${title}`,
    trail: [{ title: words.editions, path: 'index.html' }],
    scripts: [SEARCH_SCRIPT],
    main: [
      h('h1', words.search),
      h('p', { className: ['about'] }, words.aboutSearch),
      h('div', { className: ['search'], role: 'search', hidden: true }, [
        h('input', { type: 'search', name: 'q', ariaLabel: words.search, autoComplete: 'off' }),
        ' ',
        h('button', { type: 'button' }, words.search),
      ]),
      h('noscript', h('p', words.needsScript)),
      h('p', {
        className: ['status'],
        role: 'status',
        dataAll: words.found('%n'),
        dataSome: words.foundMore('%n'),
        dataRejected: words.rejected('%s', '%t'),
        dataNothing: words.nothing,
      }),
      h('ol', { className: ['hits'] }),
      h('button', { type: 'button', className: ['more-hits'], hidden: true }, words.moreHits),
    ],
  }
}
