import { join } from 'node:path'
import { formatMessage, InputError } from '@huijiao/model'
import { parseRulings, readEdition } from '@huijiao/parse'
import { Command } from 'commander'
import { folderOf } from '../edition-folder.ts'
import { EXIT } from '../exit.ts'
import { dataOf } from '../messages.ts'
import type { Voice } from '../words/words.ts'

interface Flags {
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `huijiao check EDITION…`: what can be said of editions without collating them. */
export function checkCommand(voice: Voice): Command {
  const words = voice.check
  return new Command('check')
    .description(words.description)
    .argument('<edition...>', words.editions)
    .option('--json', voice.json)
    .option('--quiet', voice.quiet)
    .action(async (editions: string[], flags: Flags) => {
      const messages = []
      for (const edition of editions) messages.push(...(await messagesOf(edition)))
      const errors = messages.filter((m) => m.fatal !== false)
      const told = flags.quiet === true ? errors : messages
      if (flags.json === true) console.log(JSON.stringify(told.map(dataOf), null, 1))
      else {
        for (const m of told) console.error(formatMessage(m, voice.language))
        if (flags.quiet !== true)
          console.log(words.summary(errors.length, messages.length - errors.length))
      }
      if (errors.length > 0) process.exitCode = EXIT.input
    })
}

async function messagesOf(edition: string): Promise<InputError['messages']> {
  try {
    const folder = await folderOf(edition)
    const { data, messages } = await readEdition(folder, { rulings: true })
    const rulings = data.huijiao?.rulings
    if (rulings !== undefined) parseRulings(rulings, join(folder, 'rulings.yaml'))
    return messages
  } catch (error) {
    if (error instanceof InputError) return error.messages
    throw error
  }
}
