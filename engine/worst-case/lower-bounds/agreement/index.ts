/** How many rounds, processors and messages agreement takes at least. */

export { type DeafProcessors, deafProcessors } from './deaf.ts'
export { type Halves, splitHalves } from './halves.ts'
export { type Hexagon, hexagon } from './hexagon.ts'
export { type RoundChain, roundChain } from './round-chain.ts'
export { generalsRun, type TwoGenerals, twoGenerals } from './two-generals.ts'
