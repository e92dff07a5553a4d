import {
  type AnySharedAlgorithm,
  attackShared,
  brokenGuarantee,
  brokenPromise,
  type Cell,
  claimId,
  type ExploredClaim,
  exploreObject,
  exploreShared,
  isSharedObject,
  judgeExploredClaims,
  type LargestCost,
  operationNames,
  recordSharedAttack,
  sharedCalls,
} from '../../../engine/index.ts'
import type { Row, Value } from '../row.ts'
import { unmeasured } from '../unmeasured.ts'
import type { WorstCases } from '../worst-cases/asked.ts'
import { columnMeasure, sharedColumn } from './column-names.ts'
import { moduleOfShared } from './record.ts'
import { claimColumns, violation } from './run.ts'

/** What was found out about the worst case of a cell. */
interface Found {
  readonly outcome: Row['outcome']
  /** Why, if not all is well. */
  readonly reasons: readonly string[]
  readonly extremes: Readonly<Record<string, LargestCost>>
  /** How it was found: own columns. */
  readonly extra: Readonly<Record<string, Value>>
}

/** The measures of which a worst case is searched for. */
const attackedMeasures = (algorithm: AnySharedAlgorithm): readonly string[] =>
  isSharedObject(algorithm)
    ? [...operationNames(algorithm).map((name) => `${name}:steps`), 'operation:cc', 'operation:dsm']
    : ['passage:cc', 'passage:dsm', 'bypass']

/** The row of a worst case on shared memory: the largest costs, each with an execution of its own, held to the claims. */
export function sharedWorstCaseRow(
  algorithm: AnySharedAlgorithm,
  cell: Cell,
  experiment: string,
  worstCases: WorstCases,
): Row {
  const { outcome, reasons, extremes, extra } =
    cell.evidence === 'exact'
      ? explored(algorithm, cell, worstCases.exact!)
      : searched(algorithm, cell, worstCases.searched!)
  const judged = judgeExploredClaims(algorithm, cell.n, { extremes })
  const finite = judged.filter(({ measured }) => Number.isFinite(measured))
  const broken = judged.filter(({ verdict }) => verdict === 'violated')
  const detail = [...reasons, ...broken.map(violated)].join('; ')
  const columns = Object.entries(extremes).map(([measure, cost]) => [
    sharedColumn(measure),
    cost.kind === 'bounded' ? cost.value : null,
  ])
  return {
    ...unmeasured(cell, experiment, 'failed', detail || null),
    outcome: finite.length < judged.length ? 'violated' : outcome,
    verdicts: finite.map(({ claim, measure, bound, measured, verdict }) => ({
      claim: claimId(algorithm.name, columnMeasure(measure), claim),
      measure: columnMeasure(measure),
      ...{ bound, measured, verdict },
    })),
    extra: { ...Object.fromEntries(columns), ...claimColumns(finite), ...extra },
  }
}

const violated = (judged: ExploredClaim): string =>
  Number.isFinite(judged.measured) ? violation(judged) : `${judged.measure} has no bound, but one is claimed`

/** An adversary searches for each measure; each find is an execution that was checked. */
function searched(
  algorithm: AnySharedAlgorithm,
  { n, seed, workload }: Cell,
  { runs, strategies }: NonNullable<WorstCases['searched']>,
): Found {
  const asked = { n, seed, workload, runs, ...(strategies !== null && { strategies }) }
  const finds = attackedMeasures(algorithm).map((objective) => {
    const found = attackShared(algorithm, { ...asked, objective })
    recordSharedAttack(algorithm, { n }, found, moduleOfShared(algorithm))
    return found
  })
  const broken = finds.find(({ violation }) => violation !== null)?.violation ?? null
  const extremes = finds.flatMap(({ objective, best, schedule, violation }) =>
    violation === null ? [[objective, { kind: 'bounded', value: best, schedule }] as const] : [],
  )
  return {
    outcome: broken === null ? 'terminated' : 'violated',
    reasons: broken === null ? [] : [`${broken.property} is violated: ${broken.reason}`],
    extremes: Object.fromEntries(extremes),
    extra: {
      chosen: 'who takes each step',
      runs,
      ...(strategies !== null && { strategies: strategies.join() }),
    },
  }
}

/** All interleavings; of a lock, of any number of passages. */
function explored(
  algorithm: AnySharedAlgorithm,
  { n, seed, workload }: Cell,
  { states }: NonNullable<WorstCases['exact']>,
): Found {
  const { found, broken } = allInterleavings(algorithm, n, states, () =>
    isSharedObject(algorithm) ? sharedCalls(algorithm, n, seed, workload) : [],
  )
  const endless = Object.entries(found.extremes).filter(([, { kind }]) => kind === 'unbounded')
  const reasons = [
    broken === null ? [] : `${broken} is violated`,
    found.complete || broken !== null ? [] : `not all interleavings: ${found.states} configurations seen`,
    endless.length === 0 ? [] : `no bound: ${endless.map(([measure]) => measure).join(', ')}`,
  ].flat()
  return {
    outcome: broken !== null ? 'violated' : found.complete ? 'terminated' : 'budget',
    reasons,
    extremes: found.extremes,
    extra: { chosen: 'who takes each step', states: found.states },
  }
}

function allInterleavings(
  algorithm: AnySharedAlgorithm,
  n: number,
  states: number,
  callsOf: () => ReturnType<typeof sharedCalls>,
) {
  if (isSharedObject(algorithm)) {
    const found = exploreObject(algorithm, { n, calls: callsOf(), states })
    return { found, broken: brokenPromise(algorithm, found) }
  }
  const found = exploreShared(algorithm, { n, states })
  return { found, broken: brokenGuarantee(algorithm, found) }
}
