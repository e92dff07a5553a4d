import {
  type AnyAlgorithm,
  type Cell,
  ComputedInstance,
  type Execution,
  execute,
  type Graph,
  type HistoryEvent,
  type InstanceParts,
  type Judgement,
  judge,
  prepareCell,
} from '../../engine/index.ts'

interface Judged {
  readonly execution: Execution
  readonly judgements: readonly Judgement[]
}

/** Parts of a cell, of which the seed is never left to a default. */
export type Seeded = Partial<Cell> & Pick<Cell, 'seed'>

/** Runs one cell; what is not given is n = 8 on a ring, uniform delays, all awake, replicate 0. */
export function runCell(algorithm: AnyAlgorithm, parts: Seeded): Judged {
  return historyOf(algorithm, parts)
}

/** The same with its history, which is empty if the algorithm offers no service. */
export function historyOf(
  algorithm: AnyAlgorithm,
  parts: Seeded,
): Judged & { readonly history: readonly HistoryEvent[] } {
  const cell = cellOf(algorithm, parts)
  const prepared = prepareCell(algorithm, cell, () => '')
  const history: HistoryEvent[] = []
  const execution = execute(algorithm, prepared.instance, prepared.timing, {
    seed: cell.seed,
    check: 'every',
    ...(prepared.faults && { faults: prepared.faults }),
    ...(cell.workload !== undefined && { workload: cell.workload }),
    historian: (event) => history.push(event),
  })
  return { execution, judgements: judge(algorithm, prepared.setting, execution), history }
}

/** A cell with these parts; the others are as in `runCell`. Whoever needs weights gets distinct ones. */
export function cellOf(algorithm: AnyAlgorithm, parts: Seeded): Cell {
  const timing = parts.timing ?? (algorithm.requires.synchronous ? 'synchronous' : 'asynchronous')
  return {
    algorithm: algorithm.name,
    topology: 'ring',
    n: 8,
    delay: timing === 'synchronous' ? null : 'uniform',
    wakeup: 'all',
    faults: 'none',
    inputs: 'random',
    ...(algorithm.requires.weights !== undefined && { weights: 'distinct' }),
    replicate: 0,
    ...parts,
    timing,
  }
}

/** Runs with every delay 1 on a given graph; the seed is that of the coins. */
export function runLockstep(
  algorithm: AnyAlgorithm,
  graph: Graph,
  parts: InstanceParts = {},
  seed = 0,
): Judged {
  const weights = algorithm.requires.weights && Float64Array.from({ length: graph.m }, (_, i) => i + 1)
  const instance = new ComputedInstance(graph, { weights: weights ?? null, ...parts })
  const timing = algorithm.requires.synchronous ? 'synchronous' : 'asynchronous'
  const execution = execute(
    algorithm,
    instance,
    timing === 'synchronous' ? { kind: timing } : { kind: timing, delays: { kind: 'constant' } },
    { seed, check: 'every' },
  )
  const setting = { instance, timing, unitDelays: true, identifiers: 'given' } as const
  return { execution, judgements: judge(algorithm, setting, execution) }
}

/** The judgements that are violations, as text; empty if all is well. */
export function violations({ execution, judgements }: Judged): string[] {
  const { outcome } = execution
  const found = judgements
    .filter(({ verdict }) => verdict === 'violated')
    .map(
      ({ measure, claim, bound, measured }) =>
        `${measure} ${claim.kind} ${claim.formula} = ${bound}: ${measured}`,
    )
  if (outcome.kind !== 'terminated' && outcome.kind !== 'quiescent') found.push(JSON.stringify(outcome))
  return found
}
