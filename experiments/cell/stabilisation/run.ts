import {
  type Cell,
  claimId,
  executeStabilising,
  exploreStabilising,
  formulaOf,
  judgeStabilising,
  type StabilisingAlgorithm,
  type StabilisingJudgement,
  type StabilisingSystem,
  stabilisingSystem,
} from '../../../engine/index.ts'
import { claimName } from '../claim-data.ts'
import type { Row, Value } from '../row.ts'
import { unmeasured } from '../unmeasured.ts'
import type { WorstCases } from '../worst-cases/asked.ts'
import { stabilisingColumn } from './shell.ts'

/** What is known of a cell: how it ended, why if not all is well, and what stabilisation took. */
interface Found {
  readonly outcome: Row['outcome']
  readonly reason: string | null
  readonly costs: { readonly steps: number; readonly moves: number } | null
  readonly extra: Readonly<Record<string, Value>>
}

/** Runs a cell of a self-stabilising algorithm on a ring; measures, judges and describes it. Throws an InputError where it makes no sense. */
export function runStabilisingCell(
  algorithm: StabilisingAlgorithm,
  cell: Cell,
  experiment: string,
  worstCases: WorstCases,
): Row {
  const system = stabilisingSystem(algorithm, cell.n)
  // A worst case is that of an adversary who may let anybody move whom the algorithm is made for.
  const daemon = cell.delay ?? algorithm.stabilisesUnder
  const found =
    cell.evidence === undefined
      ? sampled(system, daemon, cell)
      : explored(system, daemon, worstCases.exact!.states)
  const { outcome, reason, costs, extra } = found
  const judged = costs === null ? [] : judgeStabilising(system, daemon, costs)
  const reasons = [reason ?? [], judged.filter(({ verdict }) => verdict === 'violated').map(violation)].flat()
  return {
    ...unmeasured(cell, experiment, 'failed', reasons.join('; ') || null),
    outcome,
    verdicts: judged.map(({ measure, claim, bound, measured, verdict }) => {
      const about = `column:${stabilisingColumn(measure)}` as const
      return { claim: claimId(algorithm.name, about, claim), measure: about, bound, measured, verdict }
    }),
    extra: {
      ...(costs !== null && {
        [stabilisingColumn('steps')]: costs.steps,
        [stabilisingColumn('moves')]: costs.moves,
      }),
      ...Object.fromEntries(judged.flatMap(columns)),
      ...extra,
    },
  }
}

function sampled(system: StabilisingSystem, daemon: string, { seed }: Cell): Found {
  const { outcome, steps, moves } = executeStabilising(system, { daemon, seed })
  const extra = { states_each: system.k }
  if (outcome === 'stabilised') return { outcome: 'terminated', reason: null, costs: { steps, moves }, extra }
  return outcome === 'budget'
    ? { outcome, reason: `not legitimate after ${steps} steps`, costs: null, extra }
    : { outcome: 'violated', reason: 'nobody is privileged, and it is not legitimate', costs: null, extra }
}

/** All executions from all configurations. */
function explored(system: StabilisingSystem, daemon: string, states: number): Found {
  const { diverges, leaves, most, configurations } = exploreStabilising(system, { daemon, states })
  const extra = {
    states_each: system.k,
    chosen: `states, and who moves (${daemon} daemon)`,
    states: configurations,
  }
  if (diverges !== null || leaves !== null) {
    const reason =
      diverges !== null ? 'an execution never stabilises' : 'a step leaves the legitimate configurations'
    return { outcome: 'violated', reason, costs: null, extra }
  }
  const costs = { steps: most!.steps.value, moves: most!.moves.value }
  return { outcome: 'terminated', reason: null, costs, extra }
}

const theorem = ({ claim: { kind, formula } }: StabilisingJudgement): string =>
  claimName({ kind, text: formulaOf(formula).text, when: null })

const violation = (judged: StabilisingJudgement): string =>
  `${judged.measure} is ${judged.measured}, but claimed is ${theorem(judged)} = ${judged.bound}`

const columns = (judged: StabilisingJudgement): (readonly [string, Value])[] => [
  [`${stabilisingColumn(judged.measure)}_claim`, judged.bound],
  [`${stabilisingColumn(judged.measure)}_verdict`, judged.verdict],
  [`${stabilisingColumn(judged.measure)}_theorem`, theorem(judged)],
]
