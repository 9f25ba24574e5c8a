import { basename, join } from 'node:path'
import { copyWhole } from '@huijiao/files'
import { fault, InputError } from '@huijiao/model'
import { Command } from 'commander'
import type { Voice } from '../words/words.ts'
import { discoverCommand, refuseExisting } from './discover.ts'
import { rawFilesOf } from '../raw-files.ts'

interface Options {
  readonly title?: string
  readonly date?: string
}

/** `huijiao init FOLDER FILES…`: a folder for an edition of some files, with a proposal for its `edition.yaml`. */
export function initCommand(voice: Voice): Command {
  const words = voice.init
  return new Command('init')
    .description(words.description)
    .argument('<folder>', words.folder)
    .argument('<files...>', words.files)
    .option('--title <title>', voice.discover.title)
    .option('--date <date>', voice.discover.date)
    .action(async (folder: string, paths: string[], { title, date }: Options) => {
      const files = await rawFilesOf(paths)
      refuseDoubles(files)
      await refuseExisting(join(folder, 'edition.yaml'))
      for (const file of files) await copyWhole(file, join(folder, 'witnesses', basename(file)))
      const said = [
        ...(title === undefined ? [] : ['--title', title]),
        ...(date === undefined ? [] : ['--date', date]),
      ]
      await discoverCommand(voice).parseAsync([folder, '--write', ...said], { from: 'user' })
      console.log(words.next(join(folder, 'edition.yaml'), folder))
    })
}

/** @throws {InputError} where two files have one name: they would lie in one place. */
function refuseDoubles(files: readonly string[]): void {
  const places = new Map<string, string>()
  const problems = files.flatMap((file) => {
    const other = places.get(basename(file))
    places.set(basename(file), file)
    if (other === undefined) return []
    const said = { name: basename(file), one: other, other: file }
    return [fault('doubled-file', { file }, said)]
  })
  if (problems.length > 0) throw new InputError(problems)
}
