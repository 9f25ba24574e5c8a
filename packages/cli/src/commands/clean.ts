import { relative } from 'node:path'
import {
  clean,
  cleanStore,
  editionsNamed,
  editionsUnder,
  findHouse,
  sourcesFolder,
} from '@huijiao/build'
import { Command } from 'commander'

interface Options {
  readonly cache?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `huijiao clean [PATH…]`: takes away what was built; nothing that an editor wrote or supplied. */
export function cleanCommand(): Command {
  return new Command('clean')
    .description('take away what was built of editions; nothing else')
    .argument(
      '[path...]',
      'folders of editions, or names under sources/; all of those unless given',
    )
    .option('--cache', 'take away what the build keeps between runs, too')
    .option('--json', 'print what was taken away as JSON, for other programs')
    .option('--quiet', 'print faults alone')
    .action(async (paths: string[], { cache, json, quiet }: Options) => {
      const { store } = await findHouse(process.env)
      const sources = sourcesFolder()
      const chosen =
        paths.length === 0 ? await editionsUnder(sources) : editionsNamed(paths, sources)
      const cleaned = []
      for (const edition of chosen) cleaned.push(await clean(store, edition))
      if (cache === true) await cleanStore(store)
      if (json === true) {
        const data = cleaned.map(({ edition, removed, kept }) => ({ ...edition, removed, kept }))
        console.log(JSON.stringify(data, null, 1))
        return
      }
      if (quiet === true) return
      for (const { edition, removed, kept } of cleaned) {
        const at = relative(process.cwd(), edition.folder) || '.'
        console.log(`${at}: ${removed.length} files taken away`)
        if (kept.length > 0) console.log(`  not made by the build, kept: ${kept.join(', ')}`)
      }
    })
}
