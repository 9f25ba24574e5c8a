export { FileError, WriteError } from './error.ts'
export { type ReadBounds, readRegular } from './read.ts'
export { writeWhole } from './write.ts'
