import { readFileSync } from 'node:fs'

/** The style sheet that all renderers share: what a block means, in ems and without colours. */
export function baseStyles(): string {
  return readFileSync(new URL('../styles/base.css', import.meta.url), 'utf8')
}
