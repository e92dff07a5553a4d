import {
  type SharedConfiguration,
  type SharedStep,
  sameSharedConfiguration,
} from '../../shared-memory/formal/index.ts'
import type { PassageCosts } from './passage-costs.ts'
import type { Copy, References } from './references.ts'

/** The part of an execution that is repeated for ever, followed while its steps are carried out. */
export class Lap {
  /** Those that are in their entry all the time. */
  readonly #trying: Set<number>
  /** Those whose passage goes on all the time. */
  readonly #passing: Set<number>
  readonly #first: SharedConfiguration
  readonly #references: References
  readonly #costs: PassageCosts
  readonly #stepping = new Set<number>()
  readonly #begun: ReturnType<PassageCosts['soFar']>[]
  readonly #copies: readonly (readonly Copy[])[]
  /** Whether at any time somebody is in the critical section. */
  #entered: boolean

  constructor(first: SharedConfiguration, references: References, costs: PassageCosts) {
    this.#first = first
    this.#references = references
    this.#costs = costs
    const processors = [...first.processors.keys()]
    this.#trying = new Set(processors.filter((p) => first.processors[p]!.section === 'entry'))
    this.#passing = new Set(processors.filter((p) => first.processors[p]!.section !== 'remainder'))
    this.#entered = first.processors.some(({ section }) => section === 'critical')
    this.#begun = processors.map((p) => costs.soFar(p))
    this.#copies = processors.map((p) => this.#held(p))
  }

  step({ processor }: SharedStep, { processors }: SharedConfiguration): void {
    this.#stepping.add(processor)
    const { section } = processors[processor]!
    if (section !== 'entry') this.#trying.delete(processor)
    if (section === 'remainder') this.#passing.delete(processor)
    if (section === 'critical') this.#entered = true
  }

  /** Why it cannot be repeated for ever; null if it can. */
  problem(last: SharedConfiguration): string | null {
    if (this.#stepping.size === 0) return 'nothing is repeated'
    return sameSharedConfiguration(this.#first, last)
      ? null
      : 'it does not end in the configuration that it repeats from'
  }

  /** Why the execution that repeats it is not admissible; null if it is. */
  inadmissible(): string | null {
    for (const [p, { section }] of this.#first.processors.entries())
      if (!this.#stepping.has(p) && section !== 'remainder')
        return `p_${p} takes no steps for ever, and is in its ${section} section`
    return null
  }

  /** Whether a processor tries for ever. */
  locksOut(processor: number): boolean {
    return this.#trying.has(processor)
  }

  /** Whether somebody tries for ever, and nobody ever enters. */
  get deadlocked(): boolean {
    return this.#trying.size > 0 && !this.#entered
  }

  /** Whether all steps that are taken are of operations that never end. */
  get endless(): boolean {
    return [...this.#stepping].every((p) => this.#passing.has(p))
  }

  /** Whether a processor takes steps for ever, and its operation never ends. */
  neverEnds(processor: number): boolean {
    return this.#stepping.has(processor) && this.#passing.has(processor)
  }

  /** Whether each repetition adds to the cost of the passage that some processor is in all the time. */
  addsTo(measure: string): boolean {
    const [of, count = of] = measure.split(':') as ['bypass', 'steps'?]
    const all = of === 'bypass' ? this.#trying : this.#passing
    return [...all].some((p) => {
      const begun = this.#begun[p] ?? null
      const now = this.#costs.soFar(p)
      if (!['bypass', 'passage', 'operation', this.#costs.operation(p)].includes(of)) return false
      if (begun === null || now === null || !(now[count] > begun[count])) return false
      return !count.startsWith('cc') || this.#held(p).every((copy, v) => copy === this.#copies[p]![v])
    })
  }

  #held(processor: number): Copy[] {
    return this.#first.variables.map((_, variable) => this.#references.copy(variable, processor))
  }
}
