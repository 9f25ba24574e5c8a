import { relative } from 'node:path'
import { InputError, message } from '@huijiao/model'
import { Command } from 'commander'
import { admit, isInHouse, SOURCES } from '../manifest.ts'

/** `huijiao init FOLDER…`: lets the build find editions that were put under `sources/`. */
export function initCommand(): Command {
  return new Command('init')
    .description('make folders under sources/ workspace packages, so that the build finds them')
    .argument('<folder...>', 'folders of editions')
    .action(async (folders: string[]) => {
      for (const folder of folders) {
        if (!isInHouse(folder)) {
          throw new InputError([
            message({
              file: folder,
              rule: 'edition-place',
              reason: 'The build looks for editions under sources/',
              expected: `a folder in ${relative(process.cwd(), SOURCES) || '.'}`,
              actual: folder,
              hint: 'Move the folder there; `huijiao parse` works on folders anywhere.',
            }),
          ])
        }
      }
      for (const folder of folders) {
        const made = await admit(folder)
        console.log(made ?? `${folder}: has a package.json already`)
      }
    })
}
