import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { siteFolder } from '@huijiao/build'
import { Command } from 'commander'
import sirv from 'sirv'
import { EXIT } from '../exit.ts'
import type { Voice } from '../words/words.ts'

/** Of this machine alone. */
const LOOPBACK = '127.0.0.1'

/** `huijiao preview [folder]`: serves the site on this machine until it is interrupted. */
export function previewCommand(voice: Voice): Command {
  const words = voice.preview
  return new Command('preview')
    .description(words.description)
    .argument('[folder]', words.folder)
    .option('--port <port>', voice.desk.port, '0')
    .action(async (named: string | undefined, { port }: { port: string }) => {
      const folder = named ?? siteFolder()
      if (!existsSync(join(folder, 'index.html'))) {
        console.error(`${voice.error}${words.noSite(folder)}`)
        process.exitCode = EXIT.input
        return
      }
      const files = sirv(folder, { dev: true, dotfiles: false })
      const server = createServer((request, response) => {
        // Pages of other sites may lead a name of theirs to this machine; they are not answered.
        if (/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(request.headers.host ?? '')) {
          files(request, response)
        } else response.writeHead(421).end()
      })
      server.listen(Number(port), LOOPBACK)
      await once(server, 'listening')
      console.log(`http://${LOOPBACK}:${(server.address() as AddressInfo).port}/`)
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
      server.close()
      server.closeAllConnections()
    })
}
