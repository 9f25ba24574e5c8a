import { join } from 'node:path'
import { formatMessage, InputError } from '@huijiao/model'
import { parseRulings, readEdition } from '@huijiao/parse'
import { Command } from 'commander'
import { folderOf } from '../edition-folder.ts'
import { EXIT } from '../exit.ts'
import { dataOf } from '../messages.ts'

interface Flags {
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `huijiao check EDITION…`: what can be said of editions without collating them. */
export function checkCommand(): Command {
  return new Command('check')
    .description('check what an editor wrote and supplied, without collating it')
    .argument('<edition...>', 'folders of editions, or their names under sources/')
    .option('--json', 'print the messages as JSON, for other programs')
    .option('--quiet', 'print errors alone')
    .action(async (editions: string[], flags: Flags) => {
      const messages = []
      for (const edition of editions) messages.push(...(await messagesOf(edition)))
      const errors = messages.filter((m) => m.fatal !== false)
      const told = flags.quiet === true ? errors : messages
      if (flags.json === true) console.log(JSON.stringify(told.map(dataOf), null, 1))
      else {
        for (const m of told) console.error(formatMessage(m))
        if (flags.quiet !== true) console.log(summary(errors.length, messages.length))
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

function summary(errors: number, all: number): string {
  const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
  return all === 0
    ? 'nothing to mend'
    : `${count(errors, 'error')}, ${count(all - errors, 'warning')}`
}
