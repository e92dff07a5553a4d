import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const lockFairness: ExperimentDefinition = {
  name: 'lock-fairness',
  title: 'Fairness of locks',
  question: 'How often do others enter while a processor waits, if an adversary wants to keep it out?',
  measure: 'column:bypass',
  algorithms: [
    'tas-lock',
    'lamport-fast',
    'dijkstra-mutex',
    'tournament',
    'yang-anderson',
    'bakery',
    'ticket-lock',
    'mcs-lock',
  ],
  topologies: ['shared-memory'],
  sizes: doubling(2, 32),
  // Everyone makes ten passages, so that 10(n − 1) is the most that can be seen of a bypass without bound.
  delays: ['random', 'sticky', 'overtake'],
  replicates: 10,
  seed: 1974,
  charts: ['against:measure=column:bypass,panel=delay', 'tightness'],
}
