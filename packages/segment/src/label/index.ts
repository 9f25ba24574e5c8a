export { type Allowed, type Chain, likeliest, type Marginals, marginals } from './chain.ts'
export { FEATURES, type Feature } from './features.ts'
export { chainOf, furnitureOdds, labelLines } from './label.ts'
export { type PlacedLine, physicalLines } from './lines.ts'
export {
  BEGINS,
  FURNITURE,
  LABELS,
  type Label,
  type Labelled,
  type NamedWeight,
  type OtherSources,
  type PhysicalLine,
} from './model.ts'
export { type Observation, observe, type Rows } from './observe.ts'
export { othersOf } from './others.ts'
export { fittedWeights, type Model, modelOf, nameOf, type Weights } from './weights.ts'
