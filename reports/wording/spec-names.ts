import {
  clockRules,
  daemons,
  delays,
  faultKinds,
  inputsWords,
  schedulers,
  topologies,
  wakeUps,
  weightRules,
  workloads,
} from '../../engine/index.ts'
import { sharedMemory } from '../../experiments/cell/index.ts'

/** A topology as a panel's header names it: “Ring”, “G(n, p), mean degree 8”, “3-dimensional torus”. */
export const topologyName = (spec: string): string =>
  spec === sharedMemory ? 'Shared memory' : topologies.wordsFor(spec)

/** Delays as a sentence names them: “uniform on (0.2, 1]”, “Pareto, shape 2”; on shared memory, the scheduler or daemon. */
export const delayName = (spec: string): string =>
  ([delays, daemons].find((one) => one.find(spec) !== null) ?? schedulers).wordsFor(spec)

/** A rule for waking up: “all wake at time 0”. */
export const wakeUpName = (spec: string): string => wakeUps.wordsFor(spec)

/** A rule for clocks: “clocks with drift, rho 0.1”; nothing where it is not asked for. */
export const clocksName = (spec: string): string => (spec === '' ? '' : clockRules.wordsFor(spec))

/** Faults: “crashes, f 2”. */
export const faultsName = (spec: string): string => faultKinds.wordsFor(spec)

/** A workload: “closed workload, operations 3”; nothing where it is not asked for. */
export const workloadName = (spec: string): string => (spec === '' ? '' : workloads.wordsFor(spec))

/** A rule for weights: “distinct weights”; nothing where channels have none. */
export const weightsName = (spec: string): string => (spec === '' ? '' : weightRules.wordsFor(spec))

/** A choice of inputs: “random identifiers”, “worst identifiers, root centre”. Results that do not say had the usual. */
export const inputsName = (spec: string): string => inputsWords(spec === '' ? 'random' : spec)
