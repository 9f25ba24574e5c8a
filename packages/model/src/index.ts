export * from './messages/index.ts'
export * from './collation.ts'
export * from './decision.ts'
export { confidencesOf, inPrint } from './print.ts'
export { type Place, placeOf, placeText, positionIn } from './place.ts'
export * from './provenance.ts'
export * from './segmentation.ts'
export {
  type Encoding,
  type Source,
  type SourceOrigin,
  type SourceShape,
  sourceOf,
} from './source.ts'
export * from './work-spec.ts'
