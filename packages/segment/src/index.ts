export { foldText } from './page/content.ts'
export { isWebFurniture } from './page/patterns.ts'
export { segment } from './segment.ts'
export { type Stretch, shortestQuotation, timesIn } from './word/shortest.ts'
