import type { FileFault } from '../values.ts'

/** `甲、乙、丙` */
export const list = (items: readonly string[]): string => items.join('、')

/** `甲、乙或丙` */
export const orList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join('、')}或${items.at(-1)}`

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: '沒有這個檔案',
  ENOTDIR: '路徑中有一段不是資料夾',
  EISDIR: '資料夾',
  EACCES: '目前的使用者沒有權限',
  EPERM: '目前的使用者沒有權限',
  EROFS: '所在磁碟唯讀',
  ENOSPC: '磁碟已滿',
  EFBIG: '檔案超過系統所允許的大小',
  EDQUOT: '磁碟配額已滿',
  ELOOP: '連結循環',
  ENAMETOOLONG: '檔名過長',
  ENXIO: '通訊端，或沒有驅動程式的裝置',
  EEXIST: '已有同名的檔案或資料夾',
  EMFILE: '開啟的檔案過多',
}

const KINDS = {
  folder: '資料夾',
  pipe: '命名管道',
  socket: '通訊端',
  device: '裝置',
  other: '其他',
} as const

/** What was expected of a file, and what it is. */
export function fileFault(fault: FileFault): { expected: string; actual: string } {
  switch (fault.kind) {
    case 'system':
      return { expected: '檔案', actual: SYSTEM[fault.code ?? ''] ?? fault.text }
    case 'kind':
      return { expected: '檔案', actual: KINDS[fault.is] }
    case 'size':
      return { expected: `不超過 ${fault.most} 位元組`, actual: `${fault.bytes} 位元組` }
    default:
      return { expected: `${fault.folder} 之內的檔案`, actual: `指向 ${fault.target} 的連結` }
  }
}
