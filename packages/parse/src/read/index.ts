export { ReadError } from './error.ts'
export { type Place, placeOf } from './place.ts'
export { encodingDoubt, readSource } from './source.ts'
