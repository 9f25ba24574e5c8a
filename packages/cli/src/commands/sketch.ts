import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isInShard, parseShard } from '@huijiao/build'
import { passimFile, sketchFiles } from '@huijiao/reuse'
import { Command } from 'commander'
import { textReader } from '../file-text.ts'
import { progress } from '../progress.ts'
import { rawFilesOf } from '../raw-files.ts'

interface Options {
  readonly out: string
  readonly shard?: string
  readonly passim?: boolean
}

/** `huijiao sketch FILES… --out DIR`: samples many files, for `reuse` to find what they share. */
export function sketchCommand(): Command {
  return new Command('sketch')
    .description('sample many raw files, so that `reuse` can find which passages they share')
    .argument('<paths...>', 'files, or folders of them; named in the result as they are named here')
    .requiredOption('--out <dir>', 'folder for the sketches; a run that was stopped goes on')
    .option('--shard <I/N>', 'only the files of share I of N, I from 0, told by their names')
    .option('--passim', 'write passim.jsonl for passim instead')
    .action(async (paths: string[], { out, shard, passim }: Options) => {
      const all = await rawFilesOf(paths)
      const share = shard === undefined ? null : parseShard(shard)
      const files = share === null ? all : all.filter((file) => isInShard(file, share))
      await mkdir(out, { recursive: true })
      const { read, leftOut } = textReader()
      if (passim === true) {
        const name = share === null ? 'passim.jsonl' : `passim-${share.index}-${share.count}.jsonl`
        await passimFile(files, join(out, name), read)
        tellLeftOut(leftOut)
        console.log(`${files.length - leftOut.length} files for passim in ${join(out, name)}`)
        return
      }
      const { step, done } = progress('sketch', 'silent')
      try {
        const tell = (count: number): void => {
          if (count % 1000 === 0) step(`${count} of ${files.length} files`)
        }
        const { made, known, characters } = await sketchFiles(files, out, read, tell)
        done()
        tellLeftOut(leftOut)
        console.log(
          `${made} files sketched (${characters} characters), ${known} had been before: ${out}`,
        )
      } finally {
        done()
      }
    })
}

/** Files left out that are named; of more only the number is told. */
const NAMED = 20

function tellLeftOut(messages: readonly string[]): void {
  for (const line of messages.slice(0, NAMED)) console.error(line)
  const more = messages.length - NAMED
  if (more > 0) console.error(`and ${more} more files left out`)
}
