export {
  BEGINS_WORK,
  FURNITURE,
  LABELS,
  type Label,
  type Labelled,
  type NamedWeight,
  type OtherSources,
  type PhysicalLine,
} from './model.ts'
