import { readFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { basename, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FileError, readRegular } from '@huijiao/files'
import { baseStyles } from '@huijiao/hast'
import type { Desk } from '../desk.ts'
import type { Act } from '../protocol/acts.ts'
import type { Outcome, Taken } from '../protocol/state.ts'
import { VIEW_NAMES, type Views } from '../protocol/views.ts'
import { type Language, languageOf } from '../words/language.ts'
import { pagesOf } from './pages.ts'

export interface Reply {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
}

/** Most bytes of an act. */
const LARGEST_ACT = 2 ** 20

/** Most bytes of a picture of a page. */
const LARGEST_PICTURE = 64 * 2 ** 20

const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

const missing: Reply = { status: 404, type: 'text/plain', body: 'Not found' }

/** The language of the page: the one that was asked for, or the browser's. */
export const languageFor = (request: IncomingMessage, asked: Language | undefined): Language =>
  asked ?? languageOf(request.headers['accept-language'] ?? '')

/** Answers a request that has passed the guard. */
export async function answer(
  desk: Desk,
  request: IncomingMessage,
  url: URL,
  asked: Language | undefined,
): Promise<Reply> {
  const language = languageFor(request, asked)
  const [, first = '', name = ''] = url.pathname.split('/')
  if (request.method === 'POST') return post(desk, request, url.pathname, language)
  if (request.method !== 'GET') return missing
  if (first !== 'api') return asset(url.pathname, desk, language)
  const query = Object.fromEntries(url.searchParams)
  if (name === 'state') return json(desk.state(language))
  if (name === 'book.pdf') return printed(desk, language)
  if (name === 'picture') return picture(desk.folder, query['file'] ?? '')
  const view = VIEW_NAMES.find((known) => known === name)
  return view === undefined ? missing : json(await desk.view(view, query, language))
}

async function post(
  desk: Desk,
  request: IncomingMessage,
  path: string,
  language: Language,
): Promise<Reply> {
  const taken = (outcome: Outcome): Reply =>
    json({ outcome, state: desk.state(language) } satisfies Taken)
  if (path === '/api/undo') return taken(await desk.undo())
  if (path === '/api/redo') return taken(await desk.redo())
  if (path !== '/api/act') return missing
  if (request.headers['content-type'] !== 'application/json') return missing
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_ACT) return { status: 413, type: 'text/plain', body: 'Too large' }
    chunks.push(chunk)
  }
  const { act, seen } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
    act: Act
    seen: string
  }
  return taken(await desk.act(act, seen))
}

const script = fileURLToPath(new URL('../page.js', import.meta.url))
const styles = fileURLToPath(new URL('../../styles/', import.meta.url))

async function asset(path: string, desk: Desk, language: string): Promise<Reply> {
  const css = { status: 200, type: 'text/css; charset=utf-8' }
  switch (path) {
    case '/':
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        body: page(basename(resolve(desk.folder)), language),
      }
    case '/desk.js':
      return { status: 200, type: 'text/javascript; charset=utf-8', body: await readFile(script) }
    case '/desk.css':
      return { ...css, body: await sheets(styles) }
    case '/book.css':
      return {
        ...css,
        body: `${baseStyles()}\n${await readFile(join(styles, 'book.css'), 'utf8')}`,
      }
    default:
      return missing
  }
}

/** The book as it is printed; where it cannot be, the message of the program that prints. */
async function printed(desk: Desk, language: string): Promise<Reply> {
  const tree = (await desk.view('tree', {}, language)) as Views['tree']
  if (tree === null) return missing
  const pages = await pagesOf(tree)
  return pages.kind === 'pdf'
    ? { status: 200, type: 'application/pdf', body: pages.bytes }
    : { status: 503, type: 'text/plain; charset=utf-8', body: pages.reason }
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (c) => `&#${c.codePointAt(0) ?? 0};`)

const page = (name: string, language: string): string => `<!doctype html>
<html lang="${escaped(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(name)} · 汇校</title>
<link rel="stylesheet" href="desk.css">
<body><div id="desk"></div><script src="desk.js"></script></body>
</html>
`

const PICTURES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}

/** The picture of a page, from the folder alone. */
async function picture(folder: string, file: string): Promise<Reply> {
  const type = PICTURES[extname(file).toLowerCase()]
  if (type === undefined) return missing
  for (const place of [join(folder, 'witnesses', file), join(folder, file)]) {
    try {
      const body = await readRegular(place, { most: LARGEST_PICTURE, within: folder })
      return { status: 200, type, body }
    } catch (error) {
      if (!(error instanceof FileError)) throw error
    }
  }
  return missing
}

/** The style sheets of the page, in their order; `book.css` dresses the frame of the book. */
const SHEETS = ['base', 'layout', 'sources', 'works', 'readings']

async function sheets(folder: string): Promise<string> {
  const texts = SHEETS.map((name) => readFile(join(folder, `${name}.css`), 'utf8'))
  return (await Promise.all(texts)).join('\n')
}
