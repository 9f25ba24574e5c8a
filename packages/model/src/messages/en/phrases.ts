import type { FileFault } from '../values.ts'

/** `a, b, c` */
export const list = (items: readonly string[]): string => items.join(', ')

/** `a, b or c` */
export const orList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`

/** `a, b and c` */
export const andList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** `1 file`, `2 files` */
export const counted = (count: number, one: string, many: string = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

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

/** What was expected of a file, and what it is. */
export function fileFault(fault: FileFault): { expected: string; actual: string } {
  switch (fault.kind) {
    case 'system':
      return { expected: 'a file', actual: SYSTEM[fault.code ?? ''] ?? fault.text }
    case 'kind':
      return { expected: 'a file', actual: KINDS[fault.is] }
    case 'size':
      return { expected: `at most ${fault.most} bytes`, actual: `${fault.bytes} bytes` }
    case 'outside':
      return { expected: `a file inside ${fault.folder}`, actual: `a link to ${fault.target}` }
  }
}
