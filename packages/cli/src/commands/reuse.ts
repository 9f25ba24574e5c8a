import { mkdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import {
  findReuse,
  type Group,
  groupsIn,
  passimGroups,
  sketchesIn,
  writeGroups,
} from '@huijiao/reuse'
import { Command, InvalidArgumentError } from 'commander'
import { progress } from '../progress.ts'
import { writeAll } from '../write.ts'

interface Options {
  readonly proposals?: string
  readonly memory: string
  readonly threads: number
  readonly common?: number
  readonly rows?: boolean
  readonly passim?: string
}

/** `huijiao reuse DIR`: finds which of the files sketched share which passages, and proposes editions. */
export function reuseCommand(): Command {
  return new Command('reuse')
    .description('find which of many sketched files share which passages, and propose editions')
    .argument('<dir>', 'folder of the sketches')
    .option('--proposals <dir>', 'write a proposal for each group, a folder each, for `discover`')
    .option('--memory <size>', 'memory for the query; beyond it, it spills to disk', size, '4GB')
    .option('--threads <n>', 'threads for the query', count, availableParallelism())
    .option('--common <n>', 'what more files share is boilerplate (default: 100)', count)
    .option('--rows', 'take the rows that Spark wrote into the folder, instead of the query')
    .option('--passim <dir>', 'take the clusters that passim wrote, instead of the query')
    .action(async (dir: string, options: Options) => {
      const { proposals, memory, threads, common } = options
      if (options.passim === undefined && options.rows !== true) {
        const sketches = await sketchesIn(dir)
        const { step, done } = progress('reuse', 'lines')
        try {
          const parameters = common === undefined ? {} : { max_files: common }
          await findReuse(dir, sketches, { memory, threads, parameters }, step)
        } finally {
          done()
        }
      }
      const groups =
        options.passim === undefined
          ? groupsIn(join(dir, 'members.parquet'))
          : passimGroups(options.passim)
      await mkdir(dir, { recursive: true })
      const told = await writeGroups(join(dir, 'groups.jsonl'), groups, async (group) => {
        if (proposals !== undefined) await propose(proposals, group)
      })
      console.log(
        `${told.groups} groups of ${told.files} files (${told.spans} passages) in ${join(dir, 'groups.jsonl')}`,
      )
    })
}

/** Writes the proposal of one group; what was cut out for an earlier one of its name goes. */
async function propose(folder: string, group: Group): Promise<void> {
  const place = join(folder, group.id)
  await rm(join(place, 'witnesses'), { recursive: true, force: true })
  await writeAll(place, new Map([['proposal.json', `${JSON.stringify(group, null, 1)}\n`]]))
}

function size(text: string): string {
  if (/^[1-9]\d*(?:MB|GB)$/u.test(text)) return text
  throw new InvalidArgumentError('expected a size as 4GB or 500MB')
}

function count(text: string): number {
  const threads = Number(text)
  if (Number.isInteger(threads) && threads > 0) return threads
  throw new InvalidArgumentError('expected a number from 1')
}
