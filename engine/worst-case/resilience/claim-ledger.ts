import { isAboutMean } from '../../claims/claim.ts'
import { allClaims, judgeCosts } from '../../claims/verdict.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Claim, ConfigurationView, Measure } from '../../model/index.ts'
import { type JudgedClaim, judgedClaim } from '../explore/judge-exploration.ts'
import type { FaultModel } from './fault-model.ts'

/** What executions that end alike have cost. */
interface EndCosts {
  readonly least: number
  readonly most: number
  readonly rounds: number
  /** By mark, when correct processors made it first and last. */
  readonly marks: Readonly<Record<string, readonly [first: number, last: number]>>
}

/** Holds executions to the algorithm's claims, and keeps of each claim where it is violated or else comes closest. */
export class ClaimLedger {
  readonly #algorithm: AnyAlgorithm
  readonly #model: FaultModel
  readonly #setting: { readonly identifiers: string; readonly beyond?: string }
  readonly #worst = new Map<string, JudgedClaim>()
  readonly #known = new Set<string>()
  /** Whether formulas look at more of the end than who failed. */
  readonly #looks: boolean

  constructor(
    algorithm: AnyAlgorithm,
    model: FaultModel,
    setting: { readonly identifiers: string; readonly beyond?: string },
  ) {
    this.#algorithm = algorithm
    this.#model = model
    this.#setting = setting
    this.#looks = allClaims(algorithm).some(({ claim }) =>
      Object.values(claim.where ?? {}).some((quantity) => 'final' in quantity),
    )
  }

  get claims(): readonly JudgedClaim[] {
    return [...this.#worst.values()]
  }

  /** `faulty`: who has failed; `place`: of the inputs among all; `key`: stands for the end of the execution. */
  add(
    costs: EndCosts,
    final: ConfigurationView,
    instance: ComputedInstance,
    { faulty, place, key }: { faulty: readonly number[]; place: number; key: string },
  ): void {
    const text = `${JSON.stringify(costs)} ${faulty.join()} ${place} ${this.#looks ? key : ''}`
    if (this.#known.has(text)) return
    this.#known.add(text)
    const setting = {
      instance,
      timing: 'synchronous',
      unitDelays: true,
      faults: this.#model.most === 0 ? 'none' : this.#model.spec,
      ...this.#setting,
    } as const
    for (const extreme of ['most', 'least'] as const)
      for (const judgement of judgeCosts(
        this.#algorithm,
        setting,
        (measure) => costOf(measure, costs, extreme),
        { ended: true, unit: 1, faulty: faulty.length, final },
      ))
        if (isAbout(judgement.claim, extreme)) this.#note(judgement.id, judgedClaim(judgement, place))
  }

  #note(id: string, judged: JudgedClaim): void {
    const known = this.#worst.get(id)
    if (known === undefined || badness(judged) > badness(known)) this.#worst.set(id, judged)
  }
}

/** A violated claim is worse than any other; else the one that is used up most. */
const badness = ({ verdict, measured, bound }: JudgedClaim): number =>
  verdict === 'violated' ? Number.POSITIVE_INFINITY : bound === 0 ? measured : measured / bound

const isAbout = (claim: Claim, extreme: 'most' | 'least'): boolean =>
  claim.kind !== 'order' &&
  !isAboutMean(claim) &&
  (claim.kind === 'exactly' || (claim.kind === 'at most') === (extreme === 'most'))

/** The cost by a measure; null where it is not known. */
function costOf(measure: Measure, { least, most, rounds, marks }: EndCosts, extreme: 'most' | 'least') {
  if (measure === 'messages') return extreme === 'most' ? most : least
  if (measure === 'time') return extreme === 'most' ? rounds : null
  const [kind, mark = ''] = measure.split(':')
  if (kind === 'time') return marks[mark]?.[1] ?? null
  return kind === 'time-first' ? (marks[mark]?.[0] ?? null) : null
}
