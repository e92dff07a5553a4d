import assert from 'node:assert/strict'
import { type AnyAlgorithm, buildTopology, type Execution, type Graph, Random } from '../../engine/index.ts'
import { permutations } from './graphs.ts'
import { runLockstep, violations } from './run.ts'

/** A ring; channel 0 of each processor leads clockwise, from p_i to p_(i+1). */
export const ring = (n: number): Graph =>
  buildTopology('ring', { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })

/** The numbers from 0 to n − 1. */
export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

/** All orders of n identifiers round a ring, each once up to rotation. */
export const rotationsFixed = (n: number): number[][] =>
  [...permutations(range(n - 1))].map((ids) => [n - 1, ...ids])

/** An election in lockstep with these identifiers, clockwise, of which every claim and property holds. */
export function elect(
  algorithm: AnyAlgorithm,
  ids: ArrayLike<number>,
  wakeTimes: readonly number[] = Array.from(ids, () => 0),
): Execution {
  const run = runLockstep(algorithm, ring(ids.length), { ids: Array.from(ids), wakeTimes: [...wakeTimes] })
  assert.deepEqual(violations(run), [], Array.from(ids).join())
  return run.execution
}

/** The place of the leader. */
export const leaderOf = ({ final }: Execution): number =>
  final.states.findIndex((state) => (state as { elected: boolean | null }).elected === true)

/** Messages and time of an execution. */
export const costsOf = ({ measures: { messages, time } }: Execution): [number, number] => [messages, time]
