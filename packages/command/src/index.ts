export { EXIT, type Output, type Rendered, type Renderer, runRenderer } from './run.ts'
