/** Objects on shared memory: snapshots, stacks, queues, counters. Attiya & Welch, chapter 10. */

export { atomicSnapshot } from './atomic-snapshot.ts'
export { casCounter } from './cas-counter.ts'
export { collectCounter } from './collect-counter.ts'
export { doubleCollect } from './double-collect.ts'
export { michaelScottQueue } from './michael-scott-queue.ts'
export { randomisedConsensus } from './randomised-consensus.ts'
export { sharedCoin } from './shared-coin.ts'
export { treiberStack } from './treiber-stack.ts'
