export { FileError, WriteError } from './error.ts'
export { type ReadBounds, readRegular } from './read.ts'
export { copyWhole, writeWhole } from './write.ts'
