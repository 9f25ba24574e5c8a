export * from './assert.ts'
export * from './blocks.ts'
export * from './build/app.ts'
export * from './build/blocks.ts'
export * from './build/forms.ts'
export {
  type Inline,
  inlineNote,
  lacuna,
  properName,
  ruby,
  sourceNoteCall,
  text,
} from './build/inline.ts'
export * from './guards.ts'
export * from './kinds.ts'
export * from './meta.ts'
export * from './nodes.ts'
export * from './readings.ts'
export * from './reasons.ts'
export * from './spec.ts'
export * from './terms.ts'
export * from './text.ts'
export { TreeError } from './tree-error.ts'
