import {
  type AnyAlgorithm,
  beyondResilience,
  type Cell,
  type FaultModel,
  InputError,
  waysToFail,
} from '../../../engine/index.ts'
import { CellBuilder, type RecordSink, type Row, runCell } from '../../cell/index.ts'
import { readFile } from '../../files/read-file.ts'
import type { ResilienceCell, System } from './system.ts'

/** Delays that take turns in a search, from lock-step to some that are long now and then. */
const delays = ['uniform', 'constant', 'exponential', 'pareto'] as const

/** An execution that is longer than that is cut. */
const budget = { messages: 20_000, time: 20_000 } as const

/** So many that were cut say what there is to say, and each takes long. */
const cutsMax = 20

/**
 * Searches executions of a system that is asynchronous, whose schedules cannot be gone through with all that may fail. Each
 * has inputs, coins, delays and a way to fail of its own.
 */
export function lookWithDelays(
  algorithm: AnyAlgorithm,
  { algorithm: name, n, f, tries, seed }: System,
  model: FaultModel,
): ResilienceCell {
  const builder = new CellBuilder(readFile)
  const ways = waysToFail(algorithm, model)
  const own = algorithm.worstDelays === undefined ? delays : [...delays, 'worst']
  const run = (i: number, record: readonly RecordSink[] = []): Row =>
    runCell(algorithm, cellOf(i), { experiment: '', budget, check: 'every', builder, record })
  const cellOf = (i: number): Cell => ({
    ...{ algorithm: name, timing: 'asynchronous', topology: 'complete', n, wakeup: 'all', f, replicate: 0 },
    faults: ways[i % ways.length]!,
    delay: own[Math.floor(i / ways.length) % own.length]!,
    ...{ inputs: 'ids=ascending,ports=sorted,values=bits', seed: seed + i },
  })
  const beyond = beyondResilience(algorithm, { n, f, faults: model.spec })
  const plain = { n, f, faults: model.spec, evidence: 'searched', costs: null, beyond } as const
  let [executions, cut] = [0, 0]
  for (let i = 0; i < tries && cut < cutsMax; i++) {
    executions++
    const { outcome, detail } = run(i)
    if (outcome === 'budget') cut++
    if (outcome !== 'violated' && outcome !== 'failed') continue
    const lines: string[] = []
    run(i, [
      {
        begin: () => undefined,
        write: (block) => lines.push(Buffer.from(block).toString()),
        finish: () => undefined,
      },
    ])
    const broken = { ...told(outcome, detail), script: null, lines }
    return { ...plain, executions, cut, broken }
  }
  return { ...plain, executions, cut, broken: null }
}

/** A row says which property is broken, and why, in one sentence: “agreement: processors do not …”. */
function told(outcome: 'violated' | 'failed', detail: string | null) {
  if (outcome === 'failed') return { property: outcome, reason: detail ?? '' }
  const [, property, reason] = /^([^:]+): (.*)$/s.exec(detail ?? '') ?? []
  if (property === undefined || reason === undefined)
    throw new InputError(`an execution is violated and does not say what: ${detail}`)
  return { property, reason }
}
