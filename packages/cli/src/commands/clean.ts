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
import type { Voice } from '../words/words.ts'

interface Options {
  readonly cache?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `huijiao clean [PATH…]`: takes away what was built; nothing that an editor wrote or supplied. */
export function cleanCommand(voice: Voice): Command {
  const words = voice.clean
  return new Command('clean')
    .description(words.description)
    .argument('[path...]', words.paths)
    .option('--cache', words.cache)
    .option('--json', voice.json)
    .option('--quiet', voice.quiet)
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
        console.log(`${at}: ${words.removed(removed.length)}`)
        if (kept.length > 0) console.log(`  ${words.kept(kept.join(', '))}`)
      }
    })
}
