import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Source } from '@huijiao/model'
import type { EditionConfig } from '@huijiao/parse'

/* What was read or found is kept as long as what it depends on is the same, by these keys. */

/** What the sources depend on: what is said of the witnesses, and the size and time of their files. */
export async function keyOfSources(folder: string, config: EditionConfig | null): Promise<string> {
  const named = config?.witnesses.flatMap((w) => w.files.map((f) => f.file)) ?? []
  // Without an edition.yaml the files may lie in the folder itself.
  const loose = config === null ? await readdir(folder) : []
  const times = await Promise.all(
    ['witnesses', ...named.map((file) => join('witnesses', file)), ...loose].map(async (path) => {
      const found = await stat(join(folder, path)).catch(() => null)
      return found === null ? '' : `${path}:${found.size}:${found.mtimeMs}`
    }),
  )
  const prose = await Promise.all(
    ['preface.md', 'afterword.md', 'works'].map(
      async (name) => (await stat(join(folder, name)).catch(() => null))?.mtimeMs,
    ),
  )
  return JSON.stringify([config?.witnesses.map(withoutPlaces) ?? null, times, prose])
}

const withoutPlaces = (witness: EditionConfig['witnesses'][number]) => ({
  ...witness,
  files: witness.files.map(({ place: _place, ...file }) => file),
})

/** What works and loci depend on; where in `edition.yaml` it stands says nothing of them. */
export const keyOfWorks = (
  { works, texts, witnesses, language }: EditionConfig,
  sources: readonly Source[],
): string =>
  JSON.stringify(
    [
      works,
      texts,
      language,
      witnesses.map(({ siglum, kind, family }) => [siglum, kind, family]),
      sources.map(({ file, sha256, siglum }) => [file, sha256, siglum]),
    ],
    (key, value: unknown) => (key === 'line' || key === 'column' ? undefined : value),
  )
