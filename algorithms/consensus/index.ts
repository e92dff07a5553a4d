/** Consensus in spite of faults. */
export { floodset } from './floodset.ts'
