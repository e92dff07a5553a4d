import {
  type AnyAlgorithm,
  type Departure,
  type Execution,
  execute,
  type HistoryEvent,
  prepareCell,
} from '../../engine/index.ts'
import { cellOf } from './run.ts'

/** Identifiers are those of processors, and the root is p_0. */
const inputs = 'ids=ascending,root=0'

/** Runs on a complete graph with chosen delays. */
export function withDelays(
  algorithm: AnyAlgorithm,
  n: number,
  workload: string,
  delay: (departure: Departure) => number,
): { readonly execution: Execution; readonly history: readonly HistoryEvent[] } {
  const cell = cellOf(algorithm, { topology: 'complete', n, delay: 'constant', inputs, workload, seed: 1 })
  const { instance } = prepareCell(algorithm, cell, () => '')
  const history: HistoryEvent[] = []
  const execution = execute(
    algorithm,
    instance,
    { kind: 'asynchronous', delays: { kind: 'adversary', bounded: true, adversary: { delay } } },
    { seed: 1, check: 'every', workload, historian: (event) => history.push(event) },
  )
  return { execution, history }
}

/** Who delivers what, and when, in the order of the history. */
export const deliveriesIn = (history: readonly HistoryEvent[]): [number, unknown, number][] =>
  history.flatMap((event) =>
    event.kind === 'output'
      ? [
          [event.processor, (event.value as { readonly value: unknown }).value, event.time] as [
            number,
            unknown,
            number,
          ],
        ]
      : [],
  )
