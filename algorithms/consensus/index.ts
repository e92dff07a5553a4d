/** Consensus in spite of faults. */
export { earlyStopping } from './early-stopping.ts'
export { eigByzantine } from './eig-byzantine.ts'
export { floodset } from './floodset.ts'
export { oralMessages } from './oral-messages.ts'
export { phaseKing } from './phase-king.ts'
export { phaseKingOptimal } from './phase-king-optimal.ts'
