import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Edition } from '@huijiao/ast'
import type { PageBreak } from '@huijiao/hast'
import { sample, samplePages } from './sample.ts'

/** A book to be checked. */
export interface Case {
  readonly name: string
  readonly edition: Edition
  readonly pages: readonly PageBreak[]
}

const SOURCES = new URL('../../../../sources/', import.meta.url).pathname

/** The sample, and every edition whose tree has been built here. */
export function cases(): readonly Case[] {
  const built = readdirSync(SOURCES)
    .sort()
    .flatMap((name): Case[] => {
      const folder = join(SOURCES, name, 'dist')
      const tree = join(folder, 'edition.json')
      if (!existsSync(tree)) return []
      const pages = join(folder, 'pages.json')
      return [
        {
          name,
          edition: JSON.parse(readFileSync(tree, 'utf8')) as Edition,
          pages: existsSync(pages)
            ? (JSON.parse(readFileSync(pages, 'utf8')) as { breaks: PageBreak[] }).breaks
            : [],
        },
      ]
    })
  if (built.length === 0)
    process.stderr.write('\nSKIPPED: no edition is built here; only the sample is checked.\n\n')
  return [{ name: 'sample', edition: sample(), pages: samplePages() }, ...built]
}
