import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { BookView } from '../protocol/views.ts'
import { view } from './api.ts'
import { useDesk, useView } from './desk.ts'

/** The book as its readers see it, without pages; what has not changed stays as it is, and so does the place. */
export function Book() {
  const { words, state } = useDesk()
  const book = useView('book')
  const texts = useTexts(book)
  const host = useRef<HTMLDivElement>(null)
  const root = useRef<ShadowRoot | null>(null)

  // The book has a style sheet of its own, which the desk's must not meet.
  useLayoutEffect(() => {
    if (host.current === null || root.current !== null) return
    root.current = host.current.attachShadow({ mode: 'open' })
    const styles = document.createElement('link')
    styles.rel = 'stylesheet'
    styles.href = './book.css'
    root.current.append(styles)
    root.current.addEventListener('click', (event) => follow(event, root.current))
  }, [book === null])

  useLayoutEffect(() => {
    if (root.current === null || book === null) return
    fill(root.current, book, texts)
  }, [book, texts])

  if (book === null) return <p class="waiting">{words.loading}</p>
  if (book.documents.length === 0) return <p class="hint">{words.noBook}</p>
  return (
    <div class="columns book">
      <nav class="side" aria-label={words.contents}>
        <p>
          <a href="./api/book.pdf" target="_blank" rel="noreferrer">
            {words.printed}
          </a>
        </p>
        <h2>{words.contents}</h2>
        <ol>
          {book.documents.map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                class="link"
                onClick={() => root.current?.getElementById(`doc ${id}`)?.scrollIntoView()}
              >
                {title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div class="text leaf" ref={host} lang={state.language} />
    </div>
  )
}

/** The documents' HTML by hash: only those that are new are asked for. */
function useTexts(book: BookView | null): ReadonlyMap<string, string> {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    const asked = { isWanted: true }
    const documents = book?.documents ?? []
    const lacking = documents.filter(({ hash }) => !texts.has(hash))
    const fetched = Promise.all(
      lacking.map(async ({ id, hash }) => [hash, (await view('document', { id })).html] as const),
    )
    const keep = (got: readonly (readonly [hash: string, html: string])[]): void => {
      if (!asked.isWanted || got.length === 0) return
      const known = new Set(documents.map(({ hash }) => hash))
      setTexts(new Map([...[...texts].filter(([hash]) => known.has(hash)), ...got]))
    }
    // The header says that the program does not answer.
    fetched.then(keep, () => undefined)
    return () => {
      asked.isWanted = false
    }
  }, [book])
  return texts
}

/** Puts the documents in place; the block that stands at the top of the window stays there. */
function fill(root: ShadowRoot, book: BookView, texts: ReadonlyMap<string, string>): void {
  const anchor = [...root.querySelectorAll('[id]')].find(
    (element) => element.getBoundingClientRect().top >= 0,
  )
  const top = anchor?.getBoundingClientRect().top
  const kept = new Set(book.documents.map(({ id }) => `doc ${id}`))
  for (const old of root.querySelectorAll('article')) if (!kept.has(old.id)) old.remove()
  for (const { id, hash } of book.documents) {
    const html = texts.get(hash)
    let article = root.getElementById(`doc ${id}`)
    if (article === null) {
      article = document.createElement('article')
      article.id = `doc ${id}`
      // Tables may be wider than the window: it is scrolled by keys too.
      article.tabIndex = 0
    }
    if (html !== undefined && article.dataset['hash'] !== hash) {
      article.innerHTML = html
      article.dataset['hash'] = hash
    }
    root.append(article)
  }
  if (anchor === undefined || top === undefined) return
  const now = root.getElementById(anchor.id)?.getBoundingClientRect().top
  if (now !== undefined && now !== top) scrollBy(0, now - top)
}

/** Links of the book lead to places in it: `#apparatus/entry-3`. */
function follow(event: Event, root: ShadowRoot | null): void {
  const link = (event.target as Element).closest('a')
  const href = link?.getAttribute('href')
  if (href == null) return
  event.preventDefault()
  const id = href.split('/').at(-1)?.replace(/^#/u, '') ?? ''
  root?.getElementById(id)?.scrollIntoView({ block: 'center' })
}
