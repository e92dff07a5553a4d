/** Consensus in spite of faults. */
export { dolevStrong } from './dolev-strong.ts'
export { earlyStopping } from './early-stopping.ts'
export { eigByzantine } from './eig-byzantine.ts'
export { floodset } from './floodset.ts'
export { oralMessages } from './oral-messages.ts'
export { phaseKing } from './phase-king.ts'
export { phaseKingOptimal } from './phase-king-optimal.ts'
export { twoPhaseCommit } from './two-phase-commit.ts'
