import { basename, join } from 'node:path'
import { copyWhole } from '@huijiao/files'
import { InputError, message } from '@huijiao/model'
import { Command } from 'commander'
import { discoverCommand, refuseExisting } from './discover.ts'
import { rawFilesOf } from '../raw-files.ts'

interface Options {
  readonly title?: string
  readonly date?: string
}

/** `huijiao init FOLDER FILES…`: a folder for an edition of some files, with a proposal for its `edition.yaml`. */
export function initCommand(): Command {
  return new Command('init')
    .description(
      'begin an edition: a folder with copies of the raw files and a proposed edition.yaml',
    )
    .argument('<folder>', 'the folder to make; its name names the books')
    .argument('<files...>', 'raw files, or folders of them')
    .option('--title <title>', 'title of the edition')
    .option('--date <date>', 'date of publication, year-month-day (default: today)')
    .action(async (folder: string, paths: string[], { title, date }: Options) => {
      const files = await rawFilesOf(paths)
      refuseDoubles(files)
      await refuseExisting(join(folder, 'edition.yaml'))
      for (const file of files) await copyWhole(file, join(folder, 'witnesses', basename(file)))
      const said = [
        ...(title === undefined ? [] : ['--title', title]),
        ...(date === undefined ? [] : ['--date', date]),
      ]
      await discoverCommand().parseAsync([folder, '--write', ...said], { from: 'user' })
      console.log(`next: look at ${join(folder, 'edition.yaml')}, then: huijiao build ${folder}`)
    })
}

/** @throws {InputError} where two files have one name: they would lie in one place. */
function refuseDoubles(files: readonly string[]): void {
  const places = new Map<string, string>()
  const problems = files.flatMap((file) => {
    const other = places.get(basename(file))
    places.set(basename(file), file)
    if (other === undefined) return []
    const reason = `Two files have one name, ${basename(file)}`
    return [message({ file, rule: 'doubled-file', reason, actual: `${other} and ${file}` })]
  })
  if (problems.length > 0) throw new InputError(problems)
}
