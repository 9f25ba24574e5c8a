export { fromTei } from './read/document.ts'
export { toTei, type TeiOptions } from './write/document.ts'
export { witnessOf } from './witness.ts'
