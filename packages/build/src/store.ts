import { mkdir } from 'node:fs/promises'

/** The folder of the build's own, for cache, records and workspaces, cannot be written. */
export class StoreError extends Error {
  readonly folder: string
  constructor(folder: string, cause: unknown) {
    super(`${folder}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'StoreError'
    this.folder = folder
  }
}

/**
 * Makes a folder of the build's own.
 *
 * @throws {StoreError} where it cannot be made.
 */
export async function makeOwn(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new StoreError(folder, error)
  }
}
