import { readFileSync } from 'node:fs'
import { ARTICLES } from '@huijiao/noise'
import type { Purpose } from './set.ts'

/** A text that is known, for copies to be made of. */
export interface KnownText {
  readonly genre: 'modern' | 'classical' | 'vernacular' | 'verse' | 'statute'
  readonly script: 'Hans' | 'Hant'
  readonly paragraphs: readonly string[]
}

const FILES = [
  { genre: 'classical', script: 'Hant' },
  { genre: 'vernacular', script: 'Hans' },
  { genre: 'verse', script: 'Hant' },
  { genre: 'statute', script: 'Hans' },
] as const

/** The texts of one purpose: see `texts/README.md`. */
export function knownTexts(purpose: Purpose): KnownText[] {
  const half = purpose === 'fitting' ? 0 : 1
  const modern = ARTICLES.filter((_, i) => i % 2 === half).flatMap((a) => a.paragraphs)
  return [
    { genre: 'modern', script: 'Hans', paragraphs: modern },
    ...FILES.map(({ genre, script }): KnownText => {
      const text = readFileSync(new URL(`../../texts/${genre}.txt`, import.meta.url), 'utf8')
      const paragraphs = (text.split('\n\n')[half] ?? '').split('\n').filter((line) => line !== '')
      return { genre, script, paragraphs }
    }),
  ]
}
