import type { ResilienceDefinition } from '../definition/resilience.ts'

/** Every algorithm of consensus in the catalogue, those for crashes first. */
export const resilience: ResilienceDefinition = {
  name: 'resilience',
  title: 'Who may fail',
  question:
    'For how many processors, and how many that fail, does each algorithm of consensus keep what it promises?',
  algorithms: [
    ...['floodset', 'floodset-delta', 'early-stopping', 'floodmin:k=2', 'binary-broadcast'],
    ...['two-phase-commit', 'three-phase-commit'],
    ...['oral-messages', 'eig-byzantine', 'phase-king', 'phase-king-optimal', 'dolev-strong'],
    ...['approximate-agreement-byzantine', 'approximate-agreement'],
    ...['ben-or', 'paxos', 'paxos-with-leader', 'chandra-toueg', 'raft', 'multi-paxos'],
    ...['ben-or-byzantine', 'bracha-rb', 'bracha-consensus', 'pbft', 'hotstuff'],
  ],
  faults: null,
  sizes: [3, 4, 5, 6, 7],
  bounds: [1, 2, 3],
  states: 1_000,
  tries: 100,
  seed: 2004,
}
