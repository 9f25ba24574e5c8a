export { foldText } from './content.ts'
export { isWebFurniture } from './patterns.ts'
export { segment } from './segment.ts'
