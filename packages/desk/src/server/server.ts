import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Desk } from '../desk.ts'
import type { Language } from '../words/language.ts'
import { HEADERS, pathOf } from './guard.ts'
import { answer, languageFor, type Reply } from './routes.ts'

/** A desk that is served. */
export interface Served {
  /** Where its page is, the token in it. */
  readonly address: string
  close(): Promise<void>
}

export interface ServeOptions {
  /** 0 for any that is free. */
  readonly port: number
  /** Language of the page; the browser's unless given. */
  readonly language?: Language
}

/** Serves a desk on this machine, to whoever has the token. */
export async function serve(desk: Desk, options: ServeOptions): Promise<Served> {
  const token = randomBytes(24).toString('base64url')
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      send(response, { status: 500, type: 'text/plain', body: String(error) })
    })
  })

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request, token, portOf(server.address()))
    if (path === null) {
      send(response, { status: 403, type: 'text/plain', body: 'Forbidden' })
      return
    }
    const url = new URL(path, 'http://desk.invalid/')
    if (url.pathname === '/api/events') {
      events(desk, request, response, languageFor(request, options.language))
      return
    }
    send(response, await answer(desk, request, url, options.language))
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => resolve())
  })
  return {
    address: `http://127.0.0.1:${portOf(server.address())}/${token}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': type })
  response.end(body)
}

/** Tells the page of every change of the state, as long as it listens. */
function events(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
  language: Language,
): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' })
  const tell = (): void => {
    response.write(`data: ${JSON.stringify(desk.state(language))}\n\n`)
  }
  tell()
  request.on('close', desk.listen(tell))
}
