import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { pathOf } from '../src/server/guard.ts'

const request = (
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): IncomingMessage =>
  ({ url, method, headers: { host: '127.0.0.1:4000', ...headers } }) as unknown as IncomingMessage

const path = (...args: Parameters<typeof request>): string | null =>
  pathOf(request(...args), 'secret', 4000)

test('a request with the token, to this machine, is answered', () => {
  expect(path('/secret/')).toBe('')
  expect(path('/secret/api/source?file=a%2Fb.txt')).toBe('api/source?file=a%2Fb.txt')
  expect(path('/secret/api/act', { origin: 'http://127.0.0.1:4000' }, 'POST')).toBe('api/act')
})

test.each([
  ['another token', path('/secreT/')],
  ['no token', path('/')],
  ['a name that leads here', path('/secret/', { host: 'desk.example:4000' })],
  ['another port', path('/secret/', { host: '127.0.0.1:4001' })],
  ['another site', path('/secret/', { origin: 'https://desk.example' })],
  ['a sandboxed page', path('/secret/api/act', { origin: 'null' }, 'POST')],
  ['a change without an origin', path('/secret/api/act', {}, 'POST')],
])('%s is refused', (_, answered) => {
  expect(answered).toBeNull()
})
