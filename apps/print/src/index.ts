export type { PagesJson } from './pages.ts'
export * from './pdf/index.ts'
export { type Plain, plainPdf } from './plain.ts'
export { type Printed, type PrintOptions, renderPdf } from './render.ts'
