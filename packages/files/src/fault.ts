/** Why a file cannot be read, or written. */
export type FileFault =
  /** `code` is that of the system, such as `ENOENT`; `text` its own words, English. */
  | { readonly kind: 'system'; readonly code: string | null; readonly text: string }
  | { readonly kind: 'kind'; readonly is: 'folder' | 'pipe' | 'socket' | 'device' | 'other' }
  /** In bytes. */
  | { readonly kind: 'size'; readonly most: number; readonly bytes: number }
  /** A link that leads out of the folder that a file must lie in. */
  | { readonly kind: 'outside'; readonly folder: string; readonly target: string }

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'a path through something that is not a folder',
  EISDIR: 'a folder',
  EACCES: 'a file that this user may not open',
  EPERM: 'a file that this user may not open',
  EROFS: 'a file system that cannot be written',
  ENOSPC: 'no room left on the disk',
  EFBIG: 'a file larger than the system allows',
  EDQUOT: 'no room left in the quota',
  ELOOP: 'a circle of links',
  ENAMETOOLONG: 'a name that is too long',
  ENXIO: 'a socket or a device without a driver',
  EEXIST: 'something else of that name',
  EMFILE: 'too many open files',
}

const KINDS = {
  folder: 'a folder',
  pipe: 'a named pipe',
  socket: 'a socket',
  device: 'a device',
  other: 'something else',
} as const

/** What was expected of a file, and what it is, in English. */
export function inEnglish(fault: FileFault): { expected: string; actual: string } {
  switch (fault.kind) {
    case 'system':
      return { expected: 'a file', actual: SYSTEM[fault.code ?? ''] ?? fault.text }
    case 'kind':
      return { expected: 'a file', actual: KINDS[fault.is] }
    case 'size':
      return { expected: `at most ${fault.most} bytes`, actual: `${fault.bytes} bytes` }
    default:
      return { expected: `a file inside ${fault.folder}`, actual: `a link to ${fault.target}` }
  }
}

/** The code of an error of the system. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined

/** What went wrong with a file, as the system says. */
export const faultOf = (error: unknown): FileFault => ({
  kind: 'system',
  code: codeOf(error) ?? null,
  text: error instanceof Error ? error.message : String(error),
})
