/** What every reading system under test answers, in its page, as `window.reader`. */
export interface Reader {
  readonly toc: readonly TocItem[]
  readonly pages: readonly { readonly label: string; readonly href: string }[]
  readonly title: string
  goTo(href: string): Promise<void>
  /** Text and address of the section now open. */
  open(): { readonly text: string; readonly html: string }
  /** Clicks the call of a note and tells what is shown. */
  note(selector: string): Promise<string>
  /** Faces declared in the open section with their state, once loading is over. */
  fonts(): Promise<readonly { readonly family: string; readonly status: string }[]>
  style(css: string): Promise<void>
  /** Computed style of an element of the open section. */
  computed(selector: string): { readonly color: string; readonly size: number }
}

interface TocItem {
  readonly label: string
  readonly href: string
  readonly depth: number
}

const HEAD = `<!doctype html><meta charset="utf-8"><title>reader</title>
<style>html,body{margin:0;height:100%;background:Canvas;color:CanvasText}
#view,foliate-view{display:block;width:100%;height:100%}
dialog{width:70%;height:38%;margin:auto auto 6%;border:1px solid GrayText;padding:0}
dialog foliate-view{height:100%}</style>`

/** foliate-js, as its own reader sets it up. */
export const FOLIATE = `${HEAD}<body><script type="module">
import '/foliate-js/view.js'
import { FootnoteHandler } from '/foliate-js/footnotes.js'
const flat = (items, depth = 0) => (items ?? []).flatMap((item) =>
  [{ label: item.label.trim(), href: item.href, depth }, ...flat(item.subitems, depth + 1)])
const view = document.createElement('foliate-view')
document.body.append(view)
const notes = new FootnoteHandler()
let shown = () => {}
let css = ''
notes.addEventListener('before-render', ({ detail }) => {
  const dialog = document.createElement('dialog')
  dialog.append(detail.view)
  document.body.append(dialog)
  detail.view.renderer.setAttribute('flow', 'scrolled')
  detail.view.renderer.setAttribute('margin', '12px')
  detail.view.renderer.setStyles?.(css)
  dialog.showModal()
})
notes.addEventListener('render', ({ detail }) => {
  const [{ doc }] = detail.view.renderer.getContents()
  shown(detail.type + '\\n' + doc.body.textContent)
})
view.addEventListener('link', (event) => {
  const handled = notes.handle(view.book, event)
  handled?.catch((error) => shown('error: ' + error))
})
const section = () => view.renderer.getContents()[0].doc
try {
  const blob = await (await fetch('/book.epub')).blob()
  await view.open(new File([blob], 'book.epub', { type: 'application/epub+zip' }))
  view.renderer.setAttribute('max-column-count', '1')
  await view.init({ showTextStart: false })
  window.reader = {
    toc: flat(view.book.toc),
    pages: (view.book.pageList ?? []).map(({ label, href }) => ({ label: label.trim(), href })),
    title: typeof view.book.metadata.title === 'string' ? view.book.metadata.title
      : Object.values(view.book.metadata.title ?? {})[0],
    async goTo(href) { document.querySelector('dialog')?.remove(); await view.goTo(href) },
    open: () => ({ text: section().body.textContent, html: section().documentElement.outerHTML }),
    note: (selector) => new Promise((resolve) => {
      shown = resolve
      const call = section().querySelector(selector)
      if (call === null) resolve('no call')
      else call.click()
    }),
    async fonts() {
      const { fonts } = section()
      await fonts.ready
      return [...fonts].map(({ family, status }) => ({ family, status }))
    },
    computed(selector) {
      const element = section().querySelector(selector)
      const style = element.ownerDocument.defaultView.getComputedStyle(element)
      return { color: style.color, size: Number.parseFloat(style.fontSize) }
    },
    async style(text) { css = text; view.renderer.setStyles?.(text) },
  }
} catch (error) { window.failure = String(error?.stack ?? error) }
</script>`

/** epub.js, paginated. It has no pop-ups: a call leads to the note in its place. */
export const EPUBJS = `${HEAD}<body><div id="view"></div>
<script src="/jszip.js"></script><script src="/epub.js"></script><script type="module">
const flat = (items, depth = 0) => items.flatMap((item) =>
  [{ label: item.label.trim(), href: item.href, depth }, ...flat(item.subitems, depth + 1)])
try {
  const book = ePub(await (await fetch('/book.epub')).arrayBuffer())
  const rendition = book.renderTo('view', { width: '100%', height: '100%', spread: 'none' })
  await rendition.display()
  const navigation = await book.loaded.navigation
  await book.ready
  const pageList = book.pageList ?? {}
  const metadata = await book.loaded.metadata
  const section = () => rendition.getContents()[0].document
  const settle = () => new Promise((resolve) => setTimeout(resolve, 150))
  window.reader = {
    toc: flat(navigation.toc),
    pages: (pageList.pageList ?? []).map(({ page, href }) => ({ label: String(page), href })),
    title: metadata.title,
    async goTo(href) { await rendition.display(href); await settle() },
    open: () => ({ text: section().body.textContent, html: section().documentElement.outerHTML }),
    async note(selector) {
      const call = section().querySelector(selector)
      if (call === null) return 'no call'
      const [file, id] = call.getAttribute('href').split('#')
      call.click()
      await settle()
      await settle()
      const note = section().getElementById(id)
      if (note === null) return 'no note'
      const box = note.getBoundingClientRect()
      return (box.width > 0 && box.height > 0 ? 'shown' : 'hidden') + '\\n' + note.textContent
    },
    async fonts() {
      const { fonts } = section()
      await fonts.ready
      return [...fonts].map(({ family, status }) => ({ family, status }))
    },
    computed(selector) {
      const element = section().querySelector(selector)
      const style = element.ownerDocument.defaultView.getComputedStyle(element)
      return { color: style.color, size: Number.parseFloat(style.fontSize) }
    },
    async style(css) {
      rendition.themes.registerCss('test', css)
      rendition.themes.select('test')
      await settle()
    },
  }
} catch (error) { window.failure = String(error?.stack ?? error) }
</script>`
