export { ReadError } from './error.ts'
export { type Place, placeOf } from './place.ts'
export { readSource } from './source.ts'
