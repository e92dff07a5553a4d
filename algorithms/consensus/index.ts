/** Consensus in spite of faults. */
export { earlyStopping } from './early-stopping.ts'
export { floodset } from './floodset.ts'
export { phaseKing } from './phase-king.ts'
export { phaseKingOptimal } from './phase-king-optimal.ts'
