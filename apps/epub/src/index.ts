export { type EpubOptions, renderEpub } from './render.ts'
