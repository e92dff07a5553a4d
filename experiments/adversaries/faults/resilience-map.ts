import {
  type AnyAlgorithm,
  type Cell,
  exploreFaults,
  type FaultExploration,
  type FaultModel,
  type FaultScript,
  faultModel,
  searchFaults,
  shrinkScript,
  TooManyError,
} from '../../../engine/index.ts'
import { recordScript, recordScriptedRun } from './record-script.ts'
import { type FaultSubject, prepareFaults } from './setup.ts'

/** For which systems a map is made, and how hard it looks. */
export interface ResilienceSetup {
  /** The algorithm's name, or the path of a module. */
  readonly algorithm: string
  /** Of which kind the faults are, such as `crash` or `omission:kind=general`. Null: the worst that the algorithm tolerates. */
  readonly faults: string | null
  readonly sizes: readonly number[]
  readonly bounds: readonly number[]
  /** Configurations that are gone through of each system before it is searched instead. */
  readonly states: number
  /** Executions of a search. */
  readonly tries: number
  readonly seed: number
}

/** What is known of one system. */
export interface ResilienceCell {
  readonly n: number
  readonly f: number
  readonly model: FaultModel
  /** Whether all executions were gone through, or some were searched. */
  readonly evidence: 'exhaustive' | 'searched'
  readonly executions: number
  /** The most messages and rounds of all executions; null where they were searched. */
  readonly costs: { readonly messages: number; readonly rounds: number } | null
  /** Why the algorithm guarantees nothing here; null if it does. */
  readonly beyond: string | null
  /** What is broken; null if nothing was found. */
  readonly broken: {
    readonly property: string
    readonly reason: string
    /** What is chosen in the execution that breaks it; null where a strategy did it. */
    readonly script: FaultScript | null
    /** The recorded execution. */
    readonly lines: readonly string[]
  } | null
}

/** A map of an algorithm over n and f. */
export interface ResilienceMap {
  readonly algorithm: AnyAlgorithm
  readonly faults: string
  readonly cells: readonly ResilienceCell[]
}

/** Goes through all systems of a setup, as far as fewer than n processors fail. Throws an InputError. */
export async function resilienceMap(
  setup: ResilienceSetup,
  onCell: (cell: ResilienceCell) => void = () => {},
): Promise<ResilienceMap> {
  const cells: ResilienceCell[] = []
  let algorithm: AnyAlgorithm | null = null
  let faults = ''
  for (const n of setup.sizes)
    for (const f of setup.bounds) {
      if (f >= n) continue
      const subject = await subjectOf(setup, n, f)
      algorithm = subject.algorithm
      faults = subject.model.kind
      const cell = cellOf(subject, setup)
      cells.push(cell)
      onCell(cell)
    }
  const known = algorithm ?? (await subjectOf(setup, 1, 0)).algorithm
  return { algorithm: known, faults, cells }
}

async function subjectOf(
  { algorithm, faults, seed }: ResilienceSetup,
  n: number,
  f: number,
): Promise<FaultSubject> {
  const cell = (spec: string): Cell => ({
    ...{ algorithm, timing: 'synchronous', topology: 'complete', n, delay: null, wakeup: 'all', f },
    ...{ faults: spec, inputs: 'ids=ascending,ports=sorted', replicate: 0, seed },
  })
  const prepared = (spec: string) =>
    prepareFaults({ algorithm, cell: cell(spec), inputs: 'all', beyond: true })
  const spec = faults ?? worstOf((await prepared('crash:f=0')).algorithm)
  // Other kinds have no f, and are refused by what they are.
  faultModel(spec, n)
  return await prepared(spec.includes(':') ? `${spec},f=${f}` : `${spec}:f=${f}`)
}

const worstOf = ({ tolerates = [] }: AnyAlgorithm): string =>
  ['byzantine', 'omission'].find((kind) => tolerates.some((one) => one === kind)) ?? 'crash'

function cellOf(subject: FaultSubject, { states, tries, seed }: ResilienceSetup): ResilienceCell {
  const { algorithm, instance, model, setting } = subject
  const plain = { n: instance.network.n, f: instance.f, model, beyond: setting.beyond ?? null }
  const found = explored(subject, states)
  const [violation] = found?.violations ?? []
  if (found !== null && (violation !== undefined || found.exhausted)) {
    const small = violation && (shrinkScript(algorithm, instance, violation) ?? violation)
    return {
      ...{ ...plain, evidence: 'exhaustive', executions: found.executions },
      costs: violation === undefined ? { messages: found.messages.max, rounds: found.rounds } : null,
      broken:
        small === undefined ? null : { ...small, lines: recordScript(subject, instance, small.script).lines },
    }
  }
  const { broken, executions } = searchFaults(algorithm, instance, model, { tries, seed, ...setting })
  if (broken === null) return { ...plain, evidence: 'searched', executions, costs: null, broken }
  const { property, reason, run } = broken
  const { lines } = recordScriptedRun(algorithm, run())
  const costs = { ...plain, evidence: 'searched', executions, costs: null } as const
  return { ...costs, broken: { property, reason, script: null, lines } }
}

/** All executions, up to the first that breaks something; null if there are too many ways to lie. */
function explored(
  { algorithm, instance, model, setting }: FaultSubject,
  states: number,
): FaultExploration | null {
  try {
    return exploreFaults(algorithm, instance, model, { states, untilBroken: true, ...setting })
  } catch (error) {
    if (error instanceof TooManyError) return null
    throw error
  }
}
