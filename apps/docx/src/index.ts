export { toDocx } from './document.ts'
