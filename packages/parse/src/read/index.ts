export { type DecodeOptions } from './decode.ts'
export { ReadError } from './error.ts'
export { type RawFileOptions, type ReadFile, rawFile, readFileAs, readSource } from './source.ts'
