import { spawnSync } from 'node:child_process'

/** A trained model of Tesseract and how it looks at a page. */
export interface Engine {
  readonly model: string
  /** Page segmentation mode: 4 a column of text of several sizes, 6 one block. */
  readonly psm: 4 | 6
}

/** Models that are installed; none where Tesseract is not. */
export function installedModels(): ReadonlySet<string> {
  const { stdout, status } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' })
  return new Set(
    status === 0
      ? stdout
          .split('\n')
          .slice(1)
          .map((line) => line.trim())
      : [],
  )
}

/**
 * Reads a picture.
 *
 * @returns printed lines, without the spaces that the engine sets between Han characters.
 * @throws where the engine fails.
 */
export function recognised(png: Uint8Array, { model, psm }: Engine): string[] {
  const { stdout, stderr, status } = spawnSync(
    'tesseract',
    ['-', '-', '-l', model, '--oem', '1', '--psm', String(psm)],
    { input: png, encoding: 'utf8', env: { ...process.env, OMP_THREAD_LIMIT: '1' } },
  )
  if (status !== 0) throw new Error(`tesseract ended with ${status}: ${stderr.slice(-500)}`)
  return stdout
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ''))
    .filter((line) => line !== '')
}
