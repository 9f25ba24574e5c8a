import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { ORIGIN, type Serve } from '@huijiao/browser'

/** A site stands below a path, as on most hosts of plain files. */
export const BASE = `${ORIGIN}somebody/books/`

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Serves a folder below a path, and notes every address that it has not. */
export function serveFolder(folder: string): { readonly serve: Serve; readonly missed: string[] } {
  const missed: string[] = []
  const serve: Serve = (url) => {
    const { origin, pathname } = new URL(url)
    const path = decodeURIComponent(pathname)
    const below = new URL(BASE).pathname
    const file = join(folder, path.slice(below.length))
    const found = `${origin}/` === ORIGIN && path.startsWith(below) && existsSync(file)
    if (!found || !statSync(file).isFile()) {
      missed.push(url)
      return null
    }
    const contentType = TYPES[extname(file)] ?? 'application/octet-stream'
    return { contentType, body: readFileSync(file) }
  }
  return { serve, missed }
}
