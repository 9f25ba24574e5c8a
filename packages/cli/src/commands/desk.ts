import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { userInfo } from 'node:os'
import { openDesk, serve } from '@huijiao/desk'
import { Command } from 'commander'
import { folderOf } from '../edition-folder.ts'
import type { Voice } from '../words/words.ts'

interface Options {
  readonly port: string
  readonly by: string
  readonly open: boolean
}

/** `huijiao desk [folder]`: serves the editor's desk on this machine until it is interrupted. */
export function deskCommand(voice: Voice): Command {
  const words = voice.desk
  return new Command('desk')
    .description(words.description)
    .argument('[folder]', words.folder, '.')
    .option('--port <port>', words.port, '0')
    .option('--by <name>', words.by, userInfo().username)
    .option('--no-open', words.noOpen)
    .action(async (named: string, { port, by, open }: Options) => {
      const desk = await openDesk(await folderOf(named), {
        by,
        today: () => new Date().toISOString().slice(0, 10),
      })
      const served = await serve(desk, {
        port: Number(port),
        // Without a wish, the browser's language.
        ...(voice.isAsked ? { language: voice.language } : {}),
      })
      console.log(served.address)
      if (open) show(served.address)
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
      await served.close()
      await desk.close()
    })
}

/** The program of each system that opens an address in the browser of its user. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens the address in the user's browser; where there is none the address is on the screen all the same. */
function show(address: string): void {
  const [command = 'xdg-open', ...args] = OPENERS[process.platform] ?? []
  const opener = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
  opener.on('error', () => undefined)
  opener.unref()
}
