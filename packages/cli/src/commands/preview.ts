import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assembleSite, editionsNamed, findHouse, siteFolder, sourcesFolder } from '@huijiao/build'
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
      const site = await siteOf(named ?? siteFolder())
      const { folder } = site
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
      await site.close()
    })
}

/** The site that a folder is, or that of an edition by itself, which is put together for as long as it is looked at. */
async function siteOf(folder: string): Promise<{ folder: string; close: () => Promise<void> }> {
  if (!existsSync(join(folder, 'dist/site/card.json'))) return { folder, close: async () => {} }
  const out = await mkdtemp(join(tmpdir(), 'huijiao-site-'))
  const close = (): Promise<void> => rm(out, { recursive: true, force: true })
  try {
    await assembleSite(editionsNamed([folder], sourcesFolder()), await findHouse(process.env), out)
  } catch (error) {
    await close()
    throw error
  }
  return { folder: out, close }
}
