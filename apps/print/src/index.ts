export type { PagesJson } from './pages.ts'
export { type Plain, plainPdf } from './plain.ts'
export { type Printed, type PrintOptions, renderPdf, startBrowser } from './render.ts'
