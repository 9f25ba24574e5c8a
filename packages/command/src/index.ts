export { EXIT, type Output, type Rendered, type Renderer, runRenderer } from './run.ts'
export { isUnreadable, messageOf, told } from './told.ts'
