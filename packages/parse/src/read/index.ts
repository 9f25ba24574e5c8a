export { ReadError } from './error.ts'
export { encodingDoubt, readSource } from './source.ts'
