export { type ForcedRegisters, forceRegisters } from './covering.ts'
export { type ForcedValues, forceValues } from './few-values.ts'
