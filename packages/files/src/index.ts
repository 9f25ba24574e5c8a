export { FileError, WriteError } from './error.ts'
export { type ReadBounds, readRegular } from './read.ts'
export { sweep } from './sweep.ts'
export { copyWhole, writeWhole } from './write.ts'
