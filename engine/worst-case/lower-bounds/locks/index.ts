export { type ForcedRegisters, forceRegisters } from './covering.ts'
