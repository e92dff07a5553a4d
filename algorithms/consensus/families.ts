/** Algorithms of consensus that have parameters. */
export { approximateAgreement } from './approximate-agreement.ts'
export { approximateAgreementByzantine } from './approximate-agreement-byzantine.ts'
export { brachaConsensus } from './bracha-consensus.ts'
export { floodmin } from './floodmin.ts'
export { multiPaxos } from './multi-paxos.ts'
export { raft } from './raft.ts'
