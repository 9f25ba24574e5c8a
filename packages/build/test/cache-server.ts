import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One entry of the cache as it goes over the wire: its packed files and the signature beside them. */
export interface Entry {
  readonly body: Buffer
  readonly tag: string | undefined
}

/** A shared cache on loopback that keeps everything in memory, and can be told to lie. */
export interface CacheServer {
  readonly url: string
  readonly entries: Map<string, Entry>
  /** Hashes that were asked for and found. */
  readonly served: string[]
  readonly close: () => Promise<void>
}

/** Speaks the part of the task runner's protocol that it uses: PUT, GET and HEAD of `/v8/artifacts/HASH`. */
export async function cacheServer(): Promise<CacheServer> {
  const entries = new Map<string, Entry>()
  const served: string[] = []
  const server = createServer((request, response) => {
    const hash = /\/v8\/artifacts\/([0-9a-f]+)/u.exec(request.url ?? '')?.[1]
    if (hash === undefined) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"enabled"}')
      return
    }
    if (request.method === 'PUT') {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const tag = request.headers['x-artifact-tag']
        entries.set(hash, {
          body: Buffer.concat(chunks),
          tag: typeof tag === 'string' ? tag : undefined,
        })
        response.writeHead(202, { 'content-type': 'application/json' }).end('{"urls":[]}')
      })
      return
    }
    const entry = entries.get(hash)
    if (entry === undefined) {
      response.writeHead(404).end()
      return
    }
    if (request.method === 'GET') served.push(hash)
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      ...(entry.tag === undefined ? {} : { 'x-artifact-tag': entry.tag }),
    })
    response.end(request.method === 'GET' ? entry.body : undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    entries,
    served,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
