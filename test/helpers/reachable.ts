import { formalShared, type SharedMemoryAlgorithm } from '../../engine/index.ts'

type Configuration = formalShared.SharedConfiguration

/** All configurations that can be reached, as texts, by the definitions alone: every applicable step from every one. */
export function reachable(algorithm: SharedMemoryAlgorithm, n: number, passages: number): Set<string> {
  const system = { algorithm, n, passages: Array<number>(n).fill(passages) }
  const initial = formalShared.initialSharedConfiguration(system)
  const found = new Map([[textOf(initial), initial]])
  for (const configuration of found.values())
    for (let p = 0; p < n; p++) {
      if (formalShared.sharedApplicable(configuration, p) !== true) continue
      const { configuration: next } = formalShared.sharedStep(configuration, p)
      const text = textOf(next)
      if (!found.has(text)) found.set(text, next)
    }
  return new Set(found.keys())
}

const textOf = ({ processors, values }: Configuration): string => JSON.stringify([processors, values])

/** All executions in which everyone makes its passages; ends for algorithms without loops only. */
export function* executions(
  algorithm: SharedMemoryAlgorithm,
  n: number,
  passages: number,
): Generator<formalShared.SharedMemoryExecution> {
  const system = { algorithm, n, passages: Array<number>(n).fill(passages) }
  function* onward(
    execution: formalShared.SharedMemoryExecution,
  ): Generator<formalShared.SharedMemoryExecution> {
    const { configurations, steps } = execution
    const last = configurations.at(-1)!
    let ended = true
    for (let p = 0; p < n; p++) {
      if (formalShared.sharedApplicable(last, p) !== true) continue
      ended = false
      const { configuration, step } = formalShared.sharedStep(last, p)
      yield* onward({ configurations: [...configurations, configuration], steps: [...steps, step] })
    }
    if (ended) yield execution
  }
  yield* onward({ configurations: [formalShared.initialSharedConfiguration(system)], steps: [] })
}
