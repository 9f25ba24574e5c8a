import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { userInfo } from 'node:os'
import { LANGUAGES, type Language, openDesk, serve } from '@huijiao/desk'
import { Command, Option } from 'commander'
import { folderOf } from '../edition-folder.ts'

interface Options {
  readonly port: string
  readonly lang?: Language
  readonly by: string
  readonly open: boolean
}

/** `huijiao desk [folder]`: serves the editor's desk on this machine until it is interrupted. */
export function deskCommand(): Command {
  return new Command('desk')
    .description('open a page on which an edition is made: sources, works, readings, book')
    .argument('[folder]', 'a folder of raw files, or of an edition', '.')
    .option('--port <port>', 'port on 127.0.0.1; any that is free unless given', '0')
    .addOption(
      new Option('--lang <lang>', "language of the page; the browser's unless given").choices(
        LANGUAGES,
      ),
    )
    .option('--by <name>', 'who decides', userInfo().username)
    .option('--no-open', 'do not start a browser')
    .action(async (named: string, { port, lang, by, open }: Options) => {
      const desk = await openDesk(await folderOf(named), {
        by,
        today: () => new Date().toISOString().slice(0, 10),
      })
      const served = await serve(desk, {
        port: Number(port),
        ...(lang === undefined ? {} : { language: lang }),
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
