import type { FileFault } from '../values.ts'

/** `甲、乙、丙` */
export const list = (items: readonly string[]): string => items.join('、')

/** `甲、乙或丙` */
export const orList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join('、')}或${items.at(-1)}`

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  ENOTDIR: '路径中有一段不是文件夹',
  EISDIR: '文件夹',
  EACCES: '当前用户没有权限',
  EPERM: '当前用户没有权限',
  EROFS: '所在磁盘只读',
  ENOSPC: '磁盘已满',
  EFBIG: '文件超过系统所允许的大小',
  EDQUOT: '磁盘配额已满',
  ELOOP: '链接循环',
  ENAMETOOLONG: '文件名过长',
  ENXIO: '套接字，或没有驱动的设备',
  EEXIST: '已有同名的文件或文件夹',
  EMFILE: '打开的文件过多',
}

const KINDS = {
  folder: '文件夹',
  pipe: '命名管道',
  socket: '套接字',
  device: '设备',
  other: '其他',
} as const

/** What was expected of a file, and what it is. */
export function fileFault(fault: FileFault): { expected: string; actual: string } {
  switch (fault.kind) {
    case 'system':
      return { expected: '文件', actual: SYSTEM[fault.code ?? ''] ?? fault.text }
    case 'kind':
      return { expected: '文件', actual: KINDS[fault.is] }
    case 'size':
      return { expected: `不超过 ${fault.most} 字节`, actual: `${fault.bytes} 字节` }
    default:
      return { expected: `${fault.folder} 之内的文件`, actual: `指向 ${fault.target} 的链接` }
  }
}
