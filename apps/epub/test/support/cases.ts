import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Edition } from '@huijiao/ast'
import type { PageBreak } from '@huijiao/hast'
import { inject } from 'vitest'
import { sample, samplePages } from './sample.ts'

/** A book to be checked. */
export interface Case {
  readonly name: string
  readonly edition: Edition
  readonly pages: readonly PageBreak[]
}

/** The sample, and every edition under `sources/`. */
export function cases(): readonly Case[] {
  const folder = inject('editions')
  const editions = readdirSync(folder)
    .toSorted()
    .map((name): Case => {
      const read = (file: string): unknown =>
        JSON.parse(readFileSync(join(folder, name, file), 'utf8'))
      const { breaks } = read('pages.json') as { breaks: PageBreak[] }
      return { name, edition: read('edition.json') as Edition, pages: breaks }
    })
  return [{ name: 'sample', edition: sample(), pages: samplePages() }, ...editions]
}
