export * from './meta.ts'
export * from './nodes.ts'
export * from './readings.ts'
