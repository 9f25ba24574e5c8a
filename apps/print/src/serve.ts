import { ORIGIN, type Serve } from '@huijiao/browser'
import type { BookFonts } from './fonts.ts'

/** Where the page of a book is, for its browser. */
export const PAGE = `${ORIGIN}book.html`

/**
 * Answers the page for its own address and each face for its, as soon as it is cut. The page comes hidden, or the browser
 * would lay it out before it has the faces, and not all that it remembers of that goes away.
 */
export function serveBook(html: string, fonts: BookFonts): Serve {
  const faces = new Map(fonts.faces.map(({ path, bytes }) => [`${ORIGIN}${path}`, bytes]))
  const hidden = html.replace('<body ', '<body hidden ')
  return async (url) => {
    if (url === PAGE) return { contentType: 'text/html; charset=utf-8', body: hidden }
    const face = faces.get(url)
    return face === undefined ? null : { contentType: 'font/ttf', body: await face }
  }
}
