import { flooding, lcr, spanningTreeFlood } from '../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  type Cell,
  type EventQueue,
  execute,
  type PreparedCell,
  prepareCell,
} from '../../engine/index.ts'

/** A run to be timed: the same instance, delays and messages each time, whatever the queue. */
export interface Workload {
  readonly name: string
  /** Whether there is a queue in it: rounds have none. */
  readonly queued: boolean
  /** Runs it; the number of messages. */
  run(queue?: EventQueue): number
}

const cell = (algorithm: AnyAlgorithm, parts: Partial<Cell>): Cell => ({
  algorithm: algorithm.name,
  timing: 'asynchronous',
  topology: 'gnp',
  n: 1000,
  delay: 'uniform',
  wakeup: 'all',
  faults: 'none',
  inputs: 'root=first',
  replicate: 0,
  seed: 1,
  ...parts,
})

function workload(name: string, algorithm: AnyAlgorithm, parts: Partial<Cell>): Workload {
  const whole = cell(algorithm, parts)
  let built: PreparedCell | undefined
  return {
    name,
    queued: whole.timing === 'asynchronous',
    run(queue) {
      // The network is built once; the delays begin anew with every run.
      const prepare = (): PreparedCell =>
        prepareCell(algorithm, whole, () => '', built && (() => built!.instance.network))
      built ??= prepare()
      const { timing } = prepare()
      return execute(algorithm, built.instance, timing, queue === undefined ? {} : { queue }).measures
        .messages
    },
  }
}

/** The workloads of `admissible bench`; the quick ones take seconds. */
export function workloads(quick: boolean): Workload[] {
  const sizes = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000]
  const ring = quick ? 1_000 : 4_000
  return [
    ...sizes.map((n) => workload(`flooding, G(n, p) of mean degree 8, n = ${n}`, flooding, { n })),
    workload(`spanning tree by flooding, G(n, p), n = ${sizes.at(-2)}`, spanningTreeFlood, {
      n: sizes.at(-2)!,
    }),
    workload(`Le Lann–Chang–Roberts, worst identifiers, n = ${ring}`, lcr, {
      topology: 'ring',
      n: ring,
      inputs: 'ids=worst',
    }),
    workload(`flooding in rounds, G(n, p), n = ${sizes.at(-2)}`, flooding, {
      n: sizes.at(-2)!,
      timing: 'synchronous',
      delay: '',
    }),
  ]
}
