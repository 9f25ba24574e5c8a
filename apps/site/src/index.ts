export { assemble, type HouseOptions } from './house/assemble.ts'
export { type Card, type EditionFiles, renderEdition, type SiteFiles } from './edition.ts'
